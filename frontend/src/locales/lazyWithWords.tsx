/** A component beside browsing, loaded when it is first shown, within the words of its kind. */
import { lazy, type ComponentType } from "react";
import { PageWords } from "./PageWords";

/** Suspends until both are here. */
export function lazyWithWords<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    const Component = await load();
    const WithWords = (props: Props) => (
      <PageWords>
        <Component {...props} />
      </PageWords>
    );
    return { default: WithWords };
  });
}
