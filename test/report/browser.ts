import { type Browser, chromium } from "playwright-core";

/** Debian's; `script/test` installs it where it is missing. */
const executablePath = process.env.LUCID_CHROMIUM ?? "/usr/bin/chromium";

/** A browser that asks nobody anything: no update, no account, no network of its own. */
export async function openBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath,
		// The sandbox wants a user other than root; what is opened is our own page.
		args: [
			"--no-sandbox",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
			"--no-first-run",
		],
	});
}
