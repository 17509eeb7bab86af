/** Shows something of its own in place of a tree that could not be drawn. */
import { Component, type ComponentType, type ReactNode } from "react";

export interface CrashProps {
  readonly error: Error;
  /** Draws the tree once more. */
  readonly onRedraw: () => void;
}

interface Props {
  readonly fallback: ComponentType<CrashProps>;
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(cause: unknown): State {
    return { error: cause instanceof Error ? cause : new Error(String(cause)) };
  }

  override render(): ReactNode {
    const { fallback: Fallback, children } = this.props;
    const { error } = this.state;
    if (error === null) return children;
    return (
      <Fallback
        error={error}
        onRedraw={() => {
          this.setState({ error: null });
        }}
      />
    );
  }
}
