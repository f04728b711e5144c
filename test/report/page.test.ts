import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { reportPage } from "../../src/presentation/page/page.ts";
import type { Run } from "../../src/presentation/run/run.ts";
import { aPlan, aService } from "../support/documents.ts";
import { aBuild, aBuilt } from "../support/results.ts";
import { openBrowser } from "./browser.ts";
import { crowd } from "./crowd.ts";

let browser: Browser;
let folder: string;
let axe: string;

before(async () => {
	browser = await openBrowser();
	folder = await mkdtemp(join(tmpdir(), "lucid-page-"));
	axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});

after(async () => {
	await browser?.close();
	await rm(folder, { recursive: true, force: true });
});

interface Visit extends AsyncDisposable {
	readonly page: Page;
	/** Console messages, errors, and all requested addresses but the page's own. */
	readonly troubles: readonly string[];
}

async function visit(run: Run, how: BrowserContextOptions = {}): Promise<Visit> {
	const file = join(folder, `${Math.random()}.html`);
	await writeFile(file, reportPage(run));
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...how });
	const page = await context.newPage();
	const troubles: string[] = [];
	const address = String(pathToFileURL(file));
	page.on("console", (message) => troubles.push(`${message.type()}: ${message.text()}`));
	page.on("pageerror", (error) => troubles.push(error.message));
	page.on("dialog", (dialog) => {
		troubles.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on("request", (request) => {
		if (request.url() !== address) troubles.push(`asked for ${request.url()}`);
	});
	await page.goto(address);
	return { page, troubles, [Symbol.asyncDispose]: () => context.close() };
}

/**
 * Serious or critical axe violations, one per line, by all or the named rules. The page's policy blocks scripts, so
 * axe is injected through the debugger.
 */
async function barriers(page: Page, which: RunOptions = {}): Promise<readonly string[]> {
	await page.evaluate(axe);
	const { violations } = await page.evaluate(
		(options) => (globalThis as unknown as { axe: { run(how: RunOptions): Promise<AxeResults> } }).axe.run(options),
		{ resultTypes: ["violations" as const], ...which },
	);
	return violations
		.filter(({ impact }) => impact === "serious" || impact === "critical")
		.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" ")}`);
}

const sideways = (page: Page): Promise<number> =>
	page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

for (const [name, how, which] of [
	["a desk, light", { colorScheme: "light" }, {}],
	["a desk, dark", { colorScheme: "dark" }, { runOnly: ["color-contrast"] }],
	["a tablet, light", { viewport: { width: 820, height: 1180 } }, { runOnly: ["scrollable-region-focusable"] }],
	["a telephone, light", { viewport: { width: 390, height: 844 } }, { runOnly: ["target-size", "meta-viewport"] }],
] as const)
	test(`35 services on ${name}: no console output, no network, accessible, and never wider than the screen`, async () => {
		await using visited = await visit(crowd(35), how);
		assert.deepEqual(await barriers(visited.page, which as RunOptions), []);
		assert.equal(await sideways(visited.page), 0);
		assert.deepEqual(visited.troubles, []);
	});

test("1,000 services: the page opens, searches and filters, and is accessible", async () => {
	await using visited = await visit(crowd(1000));
	const { page, troubles } = visited;
	assert.equal(await page.locator("#services tbody tr").count(), 1000);
	await page.keyboard.press("/");
	await page.keyboard.type("wallet-api");
	await page.locator("#count", { hasText: "of 1000" }).waitFor();
	const shown = await page.locator("#services tbody tr:visible th a").allTextContents();
	assert.ok(shown.length > 0 && shown.length < 20 && shown.every((one) => one.includes("wallet-api")), String(shown));
	// axe checks the rest in a moment; all of it would take a minute and adds nothing.
	assert.deepEqual(await barriers(page), []);
	assert.equal(await sideways(page), 0);
	assert.deepEqual(troubles, []);
});

test("search, filters and theme work by keyboard alone, and a service's name leads to its checks", async () => {
	await using visited = await visit(crowd(35), { colorScheme: "light" });
	const { page } = visited;
	const rows = page.locator("#services tbody tr:visible");
	await page.locator("button[data-filter=failed]").focus();
	await page.keyboard.press("Enter");
	const failed = await rows.count();
	assert.ok(failed > 0 && failed < 35);
	assert.equal(await page.locator("#services tbody tr:visible .badge.failed").count(), failed);
	assert.equal(await page.locator("#checks details:visible").count(), failed);
	assert.ok((await page.locator("#timeline .dim").count()) > 0);
	await page.keyboard.press("Enter");
	assert.equal(await rows.count(), 35);
	await page.locator("#theme").focus();
	await page.keyboard.press("Enter");
	assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
	await page.locator("#services tbody th a").first().focus();
	await page.keyboard.press("Enter");
	await page.locator("#checks details[open] summary:focus").waitFor();
	assert.deepEqual(visited.troubles, []);
});

test("external names, logs, messages and digests stay text", async () => {
	const nasty = [
		'"><script>alert(1)</script>',
		"<img src=x onerror=alert(2)>",
		"</style></title></script><svg onload=alert(3)>",
		"' onmouseover='alert(4)' x='",
		"{{constructor.constructor('alert(5)')()}} $" + "{alert(6)} %00 \u202e\u0000\ud800",
		"javascript:alert(7)",
	];
	const all = nasty.join(" ");
	const base = crowd(35, (i) => `${nasty[i % nasty.length]}${i}`);
	const first = base.plan.services[0]?.name ?? "";
	const hostile: Run = {
		...base,
		plan: { ...base.plan, project: all, source: { ...base.plan.source, revision: all, committedAt: all } },
		build: aBuild(
			...(base.build?.images ?? []),
			aBuilt(first, {
				platform: all,
				outcome: "failed",
				digest: all,
				error: { message: all, log: nasty },
				runner: all,
			}),
		),
		lint: {
			...{ kind: "lucid.lint", version: 1, files: 1 },
			findings: [{ code: all, severity: "error", message: all, at: { file: all, line: 1 }, fix: all }],
		},
	};
	await using visited = await visit(hostile);
	const { page, troubles } = visited;
	assert.deepEqual(await barriers(page), []);
	assert.equal(await page.locator("script").count(), 1);
	assert.equal(await page.locator("img, [onload], [onerror], [onmouseover], a[href^=javascript]").count(), 0);
	assert.equal(await page.locator("#services tbody tr").count(), 35);
	await page.locator("#services tbody th a").nth(4).click();
	await page.fill("#search", "onerror");
	await page.locator("#count", { hasText: "of 35" }).waitFor();
	assert.deepEqual(troubles, []);
});

test("the page is complete without its script, and its policy allows no other", async () => {
	await using visited = await visit(crowd(35), { javaScriptEnabled: false });
	assert.equal(await visited.page.locator("#services tbody tr:visible").count(), 35);
	assert.equal(await visited.page.locator("#controls").isVisible(), false);
	assert.equal((await visited.page.locator("#timeline svg.piece").count()) > 20, true);
	await using scripted = await visit(crowd(35));
	await scripted.page.evaluate(
		`document.body.append(Object.assign(document.createElement("script"), { textContent: "document.title = 'in'" }))`,
	);
	assert.notEqual(await scripted.page.title(), "in");
	assert.match(scripted.troubles.join("\n"), /Content Security Policy/);
});

test("the printed page is complete: no controls, and nothing cut off at the side", async () => {
	await using visited = await visit(crowd(35), { viewport: { width: 760, height: 1000 } });
	const { page } = visited;
	await page.emulateMedia({ media: "print" });
	assert.equal(await page.locator("nav").isVisible(), false);
	assert.equal(await page.locator("#services tbody tr:visible").count(), 35);
	assert.ok((await page.pdf({ format: "A4" })).byteLength > 10_000);
	assert.deepEqual(visited.troubles, []);
});

test("a plan alone makes a page too", async () => {
	await using visited = await visit({ plan: aPlan([aService({ name: "api" })]) });
	assert.deepEqual(await barriers(visited.page), []);
	assert.deepEqual(visited.troubles, []);
});
