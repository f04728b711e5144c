import { type Browser, chromium } from "playwright-core";

/** Debian's; `script/test` installs it if it is missing. */
const executablePath = process.env.LUCID_CHROMIUM ?? "/usr/bin/chromium";

/** A browser without any requests of its own. */
export async function openBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath,
		// The sandbox needs another user than root; the test opens only our own page.
		args: [
			"--no-sandbox",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
			"--no-first-run",
		],
	});
}
