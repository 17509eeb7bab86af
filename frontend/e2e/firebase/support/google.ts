/**
 * Google as analytics meet it: every host of theirs is answered here. The real gtag.js cannot be
 * loaded without a network, so a stand-in turns the commands that it would get into the calls that
 * it would make, with the names of their parameters.
 */
import type { BrowserContext, Page, Request, Route } from "@playwright/test";

/** Its calls, as `page.route` sees them. */
const HOSTS =
  /^https:\/\/([\w-]+\.)*(google|googleapis|googletagmanager|google-analytics|gstatic|firebaseio|firebaseapp|doubleclick)\.\w+\//;

export interface Collected {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
}

/** What Google was asked for, in order, and what it was told. */
export class Google {
  readonly asked: string[] = [];
  readonly collected: Collected[] = [];

  static async answer(context: BrowserContext): Promise<Google> {
    const google = new Google();
    await context.route(HOSTS, (route) => google.take(route));
    return google;
  }

  private async take(route: Route): Promise<void> {
    const request = route.request();
    const url = new URL(request.url());
    this.asked.push(request.url());
    if (url.pathname === "/gtag/js")
      return route.fulfill({ contentType: "text/javascript", body: GTAG });
    if (url.pathname === "/g/collect") {
      const { en: name = "", ...params } = Object.fromEntries(url.searchParams);
      this.collected.push({ name, params });
      return route.fulfill({ status: 204, headers: CORS });
    }
    return route.fulfill({ json: answerOf(url), headers: CORS });
  }
}

/** None of them can be reached: a blocker, or a firewall. */
export async function block(context: BrowserContext): Promise<string[]> {
  const asked: string[] = [];
  await context.route(HOSTS, (route) => {
    asked.push(route.request().url());
    return route.abort("blockedbyclient");
  });
  return asked;
}

const CORS = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };

function answerOf({ pathname }: URL): unknown {
  if (pathname.endsWith("/webConfig")) return { appId: "1:1:web:1", measurementId: "G-DEMO" };
  const authToken = { token: "installation-token", expiresIn: "604800s" };
  return { fid: "cFirebaseInstallation12", refreshToken: "refresh", authToken };
}

/** Every request to anything but the app and S3, with all that it carries. */
export function strangers(page: Page, known: readonly string[]): string[] {
  const ports = known.map((address) => new URL(address).port);
  const seen: string[] = [];
  page.on("request", (request: Request) => {
    const { port, protocol } = new URL(request.url());
    if (!protocol.startsWith("http") || ports.includes(port)) return;
    const headers = JSON.stringify(request.headers());
    seen.push(decodeURIComponent(`${request.url()} ${request.postData() ?? ""} ${headers}`));
  });
  return seen;
}

/** A stand-in for https://www.googletagmanager.com/gtag/js, which obeys what Google documents of it. */
const GTAG = `(() => {
  const layer = new URL(document.currentScript.src).searchParams.get("l");
  const set = {};
  let config = {};
  const own = new Set(["send_page_view", "update", "send_to", "cookie_domain", "allow_google_signals",
    "allow_ad_personalization_signals", "debug_mode"]);
  const field = { page_location: "dl", page_title: "dt", page_referrer: "dr", firebase_id: "_fid" };
  const obey = ([command, name, params]) => {
    if (command === "set") return void Object.assign(set, name);
    if (command === "config") {
      config = { ...params, id: name };
      document.cookie = "_ga=GA1.1.1.1; path=/";
      document.cookie = "_ga_" + name.slice(2) + "=GS2.1.1; path=/";
      if (params.send_page_view !== false) send("page_view", {});
    }
    if (command === "event") send(name, params);
  };
  const send = (name, params) => {
    if (window["ga-disable-" + config.id]) return;
    const page = { page_location: location.href, page_title: document.title, page_referrer: document.referrer };
    const { id, ...rest } = config;
    const query = new URLSearchParams({ v: "2", tid: id, cid: "1.1", ul: navigator.language, en: name });
    for (const [key, value] of Object.entries({ ...page, ...rest, ...set, ...params })) {
      if (own.has(key)) continue;
      query.set(field[key] ?? (typeof value === "number" ? "epn." : "ep.") + key, value);
    }
    navigator.sendBeacon("https://region1.google-analytics.com/g/collect?" + query);
  };
  const queue = window[layer];
  queue.forEach(obey);
  queue.push = (...commands) => commands.forEach(obey);
})();`;
