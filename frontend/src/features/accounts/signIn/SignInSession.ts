/** The sign-in of this page: its ID tokens, who may use the server's account, and when that ends. */
import { ApiError } from "@/api/ApiError";
import { bodyOf, createApi } from "@/api/client";
import type { AccountStore } from "../accountStore";
import type { ConnectedAccount, Person } from "../account";
import { subjectOf } from "./idToken";
import { SignInFailure } from "./SignInFailure";
import type { SignInPort } from "./signInPort";

/** Resolves when a sign-in of another tab should have arrived here: Firebase looks every 0.8 s. */
const usualPatience = () => new Promise<void>((resolve) => setTimeout(resolve, 3_000));

/** Firebase is loaded by the first who needs it: never for an account of keys. */
export class SignInSession {
  private started: Promise<SignInPort> | null = null;
  /** By uid; what is under way after signing out, such as aborting uploads, still needs one. */
  private readonly lastTokens = new Map<string, string>();
  private uid: string | null;

  /** `openedBy`: the sign-in link in the address of the page, if there was one. */
  constructor(
    private readonly accounts: AccountStore,
    private readonly load: () => Promise<SignInPort>,
    private openedBy: string | null = null,
    private readonly patience: () => Promise<void> = usualPatience,
  ) {
    this.uid = uidOf(accounts);
    accounts.subscribe(this.follow);
  }

  /** Rejects with a `SignInFailure`, or with a `TypeError` where Firebase's code cannot be loaded. */
  port(): Promise<SignInPort> {
    this.started ??= this.start();
    return this.started;
  }

  /** The sign-in link that the page was opened by, until it is used up. */
  get link(): string | null {
    return this.openedBy;
  }

  dropLink(): void {
    this.openedBy = null;
  }

  /** What calls for the account carry. Rejects with an `ApiError` where there is nothing to carry. */
  bearerOf(account: ConnectedAccount | null): string | null | Promise<string> {
    if (account === null) return null;
    return account.kind === "keys" ? account.token : this.idToken(account.uid);
  }

  /** A new ID token of the same person in place of one that the API refused; null: there is none. */
  readonly renew = async (refused: string): Promise<string | null> => {
    const uid = subjectOf(refused);
    const port = await this.portForCalls();
    if (uid === null || port.current()?.uid !== uid) return null;
    return this.tokenFrom(port, uid, true).catch((cause: unknown) => {
      if (cause instanceof ApiError && cause.code === "sign_in_invalid") return null;
      throw cause;
    });
  };

  /**
   * Makes who has signed in the account, unless the API does not want them.
   * @throws ApiError such as sign_in_not_allowed; then they are signed out again.
   */
  async accept(person: Person): Promise<void> {
    const port = await this.port();
    try {
      const api = createApi({ token: () => this.tokenFrom(port, person.uid, false) });
      await bodyOf(api.GET("/api/account"));
    } catch (cause) {
      // Any other trouble is not about the person, and the app itself will tell of it.
      if (cause instanceof ApiError && (cause.status === 401 || cause.status === 403)) {
        await port.signOut();
        throw cause;
      }
    }
    this.accounts.signIn(person);
  }

  private async start(): Promise<SignInPort> {
    try {
      const port = await this.load();
      let before = port.current();
      port.onChange((person) => {
        if (person === null && before !== null) this.accounts.loseSignIn(before.uid);
        before = person;
      });
      return port;
    } catch (cause) {
      this.started = null;
      throw cause;
    }
  }

  private async portForCalls(): Promise<SignInPort> {
    return this.port().catch(() => {
      throw new ApiError("api_unreachable", 0);
    });
  }

  private async idToken(uid: string): Promise<string> {
    const port = await this.portForCalls();
    if (await this.isHere(port, uid)) return this.tokenFrom(port, uid, false);
    const last = this.lastTokens.get(uid);
    if (last !== undefined) return last;
    this.accounts.loseSignIn(uid);
    throw new ApiError("sign_in_invalid", 401);
  }

  /** Another tab's sign-in reaches the account first, and Firebase a little later. */
  private isHere(port: SignInPort, uid: string): Promise<boolean> | boolean {
    if (port.current()?.uid === uid) return true;
    if (uidOf(this.accounts) !== uid) return false;
    return new Promise((resolve) => {
      const stop = port.onChange((person) => {
        if (person?.uid === uid) resolve(true);
      });
      void this.patience().then(() => {
        stop();
        resolve(false);
      });
    });
  }

  private async tokenFrom(port: SignInPort, uid: string, isForced: boolean): Promise<string> {
    try {
      const token = await port.idToken(isForced);
      this.lastTokens.set(uid, token);
      return token;
    } catch (cause) {
      const code = cause instanceof SignInFailure ? cause.code : "unknown";
      if (code !== "ended" && code !== "disabled") throw new ApiError("api_unreachable", 0);
      this.accounts.loseSignIn(uid);
      throw new ApiError("sign_in_invalid", 401);
    }
  }

  /** Whoever is not the account any more is signed out of Firebase, too. */
  private readonly follow = (): void => {
    const before = this.uid;
    this.uid = uidOf(this.accounts);
    if (before !== null && before !== this.uid) void this.signOut(before);
  };

  private async signOut(uid: string): Promise<void> {
    // Where that cannot even be loaded, the next sign-in takes the place of this one.
    const port = await this.port().catch(() => null);
    if (port?.current()?.uid === uid) await port.signOut();
  }
}

function uidOf(accounts: AccountStore): string | null {
  const { account } = accounts.getSnapshot();
  return account?.kind === "signed-in" ? account.uid : null;
}
