// Pictures of the report's page, for docs/: see script/screenshots.
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { reportPage } from "../src/presentation/page/page.ts";
import { openBrowser } from "../test/report/browser.ts";
import { crowd } from "../test/report/crowd.ts";

interface Picture {
	readonly name: string;
	readonly width: number;
	readonly height: number;
	readonly colorScheme: "light" | "dark";
	/** What is brought to the top. */
	readonly at?: string;
}

const pictures: readonly Picture[] = [
	{ name: "report-wide", width: 1440, height: 900, colorScheme: "light" },
	{ name: "report-timeline", width: 1440, height: 860, colorScheme: "dark", at: "timeline" },
	{ name: "report-tablet", width: 820, height: 1100, colorScheme: "light", at: "sizes" },
	{ name: "report-narrow", width: 390, height: 844, colorScheme: "dark" },
];

async function take(browser: Browser, address: string, picture: Picture): Promise<void> {
	const { name, width, height, colorScheme, at } = picture;
	const page = await browser.newPage({ viewport: { width, height }, colorScheme });
	await page.goto(address);
	if (at !== undefined) await page.evaluate((id) => void document.getElementById(id)?.scrollIntoView(), at);
	await page.waitForTimeout(200);
	const png = (await page.screenshot()).toString("base64");
	await page.close();
	const file = join(import.meta.dirname, "../docs", `${name}.webp`);
	await writeFile(file, await toWebp(browser, png));
	console.log(`${name}.webp ${Math.round((await stat(file)).size / 1024)} KB`);
}

/** A tenth of a PNG's size; the browser converts it. */
async function toWebp(browser: Browser, png: string): Promise<Buffer> {
	const page = await browser.newPage();
	const encoded = await page.evaluate(async (data) => {
		const image = new Image();
		image.src = `data:image/png;base64,${data}`;
		await image.decode();
		const canvas = document.createElement("canvas");
		canvas.width = image.width;
		canvas.height = image.height;
		canvas.getContext("2d")?.drawImage(image, 0, 0);
		return canvas.toDataURL("image/webp", 0.85);
	}, png);
	await page.close();
	return Buffer.from(encoded.slice(encoded.indexOf(",") + 1), "base64");
}

const folder = await mkdtemp(join(tmpdir(), "lucid-screenshots-"));
const browser = await openBrowser();
try {
	const file = join(folder, "report.html");
	const run = crowd(35);
	await writeFile(file, reportPage({ ...run, plan: { ...run.plan, project: "shop" } }));
	for (const picture of pictures) await take(browser, String(pathToFileURL(file)), picture);
} finally {
	await browser.close();
	await rm(folder, { recursive: true, force: true });
}
