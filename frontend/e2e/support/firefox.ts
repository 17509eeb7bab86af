/** A stock Firefox with a fresh profile: it saves downloads into a folder without asking. */
import { execFileSync } from "node:child_process";
import { launch, type Browser, type Page } from "puppeteer-core";
import { demo, root, type DemoUser } from "./stack";

const SECOND = 1000;

export interface FirefoxOptions {
  /** Where its downloads go. */
  readonly folder: string;
  /** Of an HTTP proxy on this machine. */
  readonly proxyPort: number;
}

export async function startFirefox({ folder, proxyPort }: FirefoxOptions): Promise<Browser> {
  const executablePath = execFileSync(process.execPath, ["scripts/ensure-firefox.mjs"], {
    cwd: `${root}frontend`,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  }).trim();
  const extraPrefsFirefox = { ...saving(folder), ...proxied(proxyPort), ...korean };
  return launch({ browser: "firefox", executablePath, extraPrefsFirefox });
}

function saving(folder: string) {
  return {
    "browser.download.folderList": 2, // the folder named here
    "browser.download.dir": folder,
    "browser.download.useDownloadDir": true,
    "browser.download.alwaysOpenPanel": false,
    "browser.download.always_ask_before_handling_new_types": false,
    // Left alone, Firefox opens each PDF that it has saved in front of the app, whose timers then run once a second.
    "pdfjs.disabled": true,
  };
}

function proxied(port: number) {
  return {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": port,
    "network.proxy.allow_hijacking_localhost": true,
    "network.proxy.no_proxies_on": "",
  };
}

const korean = { "intl.accept_languages": "ko-KR, ko" };

/** A page of the app with a person's account, as that person would register it. */
export async function registered(browser: Browser, user: DemoUser): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(20 * SECOND);
  const { accessKeyId, secretAccessKey } = demo().users[user];
  await page.goto(demo().appUrl);
  await page.locator(aria("Access Key ID", "textbox")).fill(accessKeyId);
  await page.locator(aria("Secret Access Key", "textbox")).fill(secretAccessKey);
  await click(page, "등록");
  await page.waitForSelector("nav");
  return page;
}

type Policed = Window & { policyBroken?: (what: string) => void };

/** What the Content-Security-Policy refuses on the addresses that this page opens from now on. */
export async function refusals(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  await page.exposeFunction("policyBroken", (what: string) => found.push(what));
  await page.evaluateOnNewDocument(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      (window as Policed).policyBroken?.(`${event.effectiveDirective}: ${event.blockedURI}`);
    });
  });
  return found;
}

/** Opens a bucket and prefix by its address, as a bookmark would. */
export async function openPrefix(page: Page, bucket: string, prefix: string): Promise<void> {
  await page.goto(`${demo().appUrl}/b/${bucket}?prefix=${encodeURIComponent(prefix)}`);
  await page.waitForSelector("[role=grid]");
}

export async function click(page: Page, button: string): Promise<void> {
  await page.locator(aria(button, "button")).click();
}

export function aria(name: string, role: string): string {
  return `::-p-aria([name="${name}"][role="${role}"])`;
}

/** Selects all that is listed here, by keyboard. */
export async function selectAll(page: Page): Promise<void> {
  await page.waitForSelector("[role=grid] [role=gridcell]");
  await page.focus("[role=grid] [tabindex='0']");
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
}

/** What the dock says of all transfers; "" where there is none. */
export async function dockText(page: Page): Promise<string> {
  const docks = await page.$$eval("section[aria-label='전송']", (found) =>
    found.map(({ textContent }) => textContent),
  );
  return docks.join("");
}
