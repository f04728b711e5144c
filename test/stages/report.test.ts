import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import type { ReportResult } from "../../src/model/documents/report.ts";
import { parseOptions, type RawValues } from "../../src/options/parse-options.ts";
import { report } from "../../src/stages/report/stage.ts";
import type { StageContext } from "../../src/stages/shared/context.ts";
import { aPlan, aService } from "../support/documents.ts";
import { temporaryFolder } from "../support/repo.ts";
import { aBuild, aBuilt, aPublish, aPublished, aSmoke, aSmoked } from "../support/results.ts";

/** An empty folder to work in, and what a stage run there says. */
async function workshop() {
	const root = await temporaryFolder();
	const lines: string[] = [];
	const world: StageContext = {
		...{ exec, docker: dockerWith(exec), env: {}, cwd: root, progress: () => undefined },
		...{ signal: new AbortController().signal, log: (line: string) => lines.push(line), now: () => 0 },
		date: () => Date.UTC(2025, 9, 24),
	};
	return {
		...{ root, lines, at: (name: string) => path.join(root, name) },
		report: (raw: RawValues) => report(parseOptions({ out: "out", ...raw }, world), world),
		[Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
	};
}

const names = ["base", "api", "web", "job"];
const whole = {
	...aPlan(names.map((name) => aService({ name }))),
	waves: [["base"], ["api", "web", "job"]],
};
const part = (...selected: string[]) => ({
	...whole,
	selected,
	images: whole.images.filter(({ service }) => selected.includes(service)),
});

const otherCommit = { ...aSmoke(), revision: "another" };

async function put(folder: string, ...documents: { readonly kind: string }[]): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const document of documents)
		await writeFile(path.join(folder, `${document.kind.replace("lucid.", "")}.json`), JSON.stringify(document));
}

const read = async (file: string | undefined) => JSON.parse(await readFile(file ?? "", "utf8")) as unknown;
const outcomes = (result: ReportResult | undefined) =>
	result?.services.map(({ service, outcome }) => `${service} ${outcome}`);

test("the legs of a matrix make one report, with a row for every service in every state", async () => {
	await using shop = await workshop();
	await put(shop.at("results/plan"), whole);
	await put(
		shop.at("results/leg-1"),
		part("api"),
		aBuild(aBuilt("base"), aBuilt("api")),
		aSmoke(aSmoked("api")),
		aPublish(aPublished("api")),
	);
	const failed = aBuilt("web", {
		outcome: "failed",
		error: { message: "pip install failed", log: ["no such version"] },
	});
	await put(shop.at("results/leg-2"), part("web"), aBuild(aBuilt("base", { outcome: "unchanged" }), failed));
	// The third was cancelled in the middle of writing; and a file of another program exists.
	await mkdir(shop.at("results/leg-3"));
	await writeFile(shop.at("results/leg-3/build.json"), '{"kind": "lucid.build", "vers');
	await writeFile(shop.at("results/leg-3/package.json"), '{"name": "x"}');
	const { report: result } = await shop.report({ results: "results" });
	assert.deepEqual(outcomes(result), ["base built", "api published", "web failed", "job unknown"]);
	assert.equal(result?.headline, "1 of 1 healthy, 2 built, 1 failed, 1 unknown");
	assert.match(shop.lines.join("\n"), /leg-3\/build\.json is not valid JSON and is left out/);
	assert.match(
		await readFile(result?.files.summary ?? "", "utf8"),
		/#### web: pip install failed\n\n {4}no such version/,
	);
	assert.deepEqual(await read(result?.files.badge), {
		...{ schemaVersion: 1, label: "images", message: "2 of 4 failed", color: "red", isError: true },
	});
	assert.deepEqual(await read(result?.files.json), result);
});

test("a service that was not signed and not published is failed in the report, with the reason", async () => {
	await using shop = await workshop();
	const rows = ["api", "web"].map((service) => ({ service, image: `r/${service}`, digests: [] }));
	const [api, web] = [
		{ ...rows[0], outcome: "signed" },
		{ ...rows[1], outcome: "failed", reason: "the registry has another digest" },
	];
	const { revision } = aSmoke();
	const sign = { ...{ kind: "lucid.sign", version: 1, revision, durationMs: 1 }, services: [api, web] };
	await put(shop.at("out"), part("api", "web"), aBuild(aBuilt("api"), aBuilt("web")), sign);
	const { report: result } = await shop.report({});
	assert.deepEqual(outcomes(result), ["api built", "web failed"]);
	assert.equal(result?.services[1]?.problem, "the registry has another digest");
});

test("a report follows the plan of the run, and covers only the selected part", async () => {
	await using shop = await workshop();
	await put(shop.at("out"), whole, aBuild(...names.map((name) => aBuilt(name))), otherCommit);
	const { report: result, smoke } = await shop.report({ service: ["api"] });
	assert.deepEqual(outcomes(result), ["api built"]);
	assert.equal(smoke, undefined, "a document of another commit says nothing about this run");
});

test("each run is added to the history once; another file is replaced", async () => {
	await using shop = await workshop();
	const history = shop.at("kept/history.json");
	await mkdir(shop.at("kept"));
	await writeFile(history, "[1, 2");
	for (const size of [50_000_000, 50_000_000, 60_000_000]) {
		await put(shop.at("out"), whole, aBuild(...names.map((name) => aBuilt(name, { size }))));
		await shop.report({ history: "kept/history.json" });
	}
	const { runs } = (await read(history)) as { runs: { at: string; services: Record<string, { size: number }> }[] };
	assert.deepEqual(
		runs.map(({ at, services }) => [at, services.api?.size]),
		[
			["2025-10-24T00:00:00.000Z", 50_000_000],
			["2025-10-24T00:00:00.000Z", 60_000_000],
		],
	);
	assert.match(shop.lines.join("\n"), /history of earlier runs starts again/);
});

test("an empty folder is an error", async () => {
	await using shop = await workshop();
	await mkdir(shop.at("empty"));
	await assert.rejects(shop.report({ results: "empty" }), /contains no documents/);
});
