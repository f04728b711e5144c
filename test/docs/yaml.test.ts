import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { parse, stringify } from "yaml";
import { loadCatalog } from "../../src/model/catalog/load.ts";
import { UserError } from "../../src/util/errors.ts";
import { errorsOf } from "../github/workflow-errors.ts";
import { type Block, blocks, root } from "./blocks.ts";

type Kind = "workflow" | "steps" | "job" | "jobs" | "catalog" | "other";
type Json = Readonly<Record<string, unknown>>;

const catalogKeys = [
	"version",
	"project",
	"registry",
	"image",
	"network",
	"reuse",
	"defaults",
	"phases",
	"services",
	"externals",
];
const jobKeys = [
	"name",
	"runs-on",
	"needs",
	"if",
	"strategy",
	"permissions",
	"steps",
	"uses",
	"with",
	"secrets",
	"outputs",
	"concurrency",
	"environment",
];

/** Blocks that say what they are (`yaml compose`), and tables of nothing but words, are read as YAML alone. */
function kindOf({ info }: Block, value: unknown): Kind {
	if (info !== "") return "other";
	if (Array.isArray(value)) return "steps";
	const keys = Object.keys((value ?? {}) as Json);
	if (keys.includes("jobs")) return "workflow";
	if (keys.every((key) => catalogKeys.includes(key))) return "catalog";
	if (keys.every((key) => jobKeys.includes(key))) return "job";
	const isJob = (one: unknown) => typeof one === "object" && one !== null && ("runs-on" in one || "uses" in one);
	return Object.values((value ?? {}) as Json).every(isJob) ? "jobs" : "other";
}

/** A whole workflow around a part of one. What the part leaves to the reader is filled in. */
function asWorkflow(kind: Kind, value: unknown): string {
	const job = (inner: Json): Json =>
		"uses" in inner ? inner : { "runs-on": "ubuntu-24.04", steps: [{ run: "true" }], ...inner };
	const whole = (inner: Json) => ({
		on: "push",
		jobs: { plan: { ...job({}), outputs: { matrix: "{}" } }, x: { needs: "plan", ...job(inner) } },
	});
	if (kind === "workflow") return stringify({ on: "push", ...(value as Json) });
	if (kind === "jobs") return stringify({ on: "push", jobs: { plan: job({}), build: job({}), ...(value as Json) } });
	return stringify(whole(kind === "steps" ? { steps: value } : (value as Json)));
}

/** Creates the files that a catalog names, and adds needs and phases that an excerpt omits. */
function catalogProblems(part: Json): readonly string[] {
	const whole = { version: 1, project: "shop", services: { api: { context: "api", ports: [8080] } }, ...part };
	const host = {
		kindOf: (name: string) => (/Dockerfile|\.[a-z]+$/.test(name) ? ("file" as const) : ("folder" as const)),
		list: () => [],
	};
	try {
		loadCatalog({ file: "lucid.yml", text: stringify(whole), root: "/", paths: host });
		return [];
	} catch (error) {
		if (error instanceof UserError) return error.problems.map(({ message, code }) => `${message} [${code}]`);
		throw error;
	}
}

const yaml = blocks.filter(({ language }) => /^ya?ml$/.test(language));

test("every block of YAML is valid and has a known kind", () => {
	for (const block of yaml) {
		const value: unknown = parse(block.text);
		assert.notEqual(
			block.info === "" && kindOf(block, value) === "other",
			true,
			`${block.page}:${block.line} is neither a catalog nor (part of) a workflow`,
		);
	}
	assert.ok(yaml.length > 20);
});

test("every workflow, and every part of one, passes GitHub's parser", async () => {
	for (const block of yaml) {
		const value: unknown = parse(block.text);
		const kind = kindOf(block, value);
		if (kind === "catalog" || kind === "other") continue;
		assert.deepEqual(await errorsOf(block.page, asWorkflow(kind, value)), [], `${block.page}:${block.line}`);
	}
});

test("every catalog, and every part of one, is valid", () => {
	for (const block of yaml) {
		const value: unknown = parse(block.text);
		if (kindOf(block, value) === "catalog")
			assert.deepEqual(catalogProblems(value as Json), [], `${block.page}:${block.line}`);
	}
});

test("every input that a block passes to an action exists", () => {
	const steps = yaml.flatMap((block) => stepsOf(parse(block.text)).map((step) => ({ block, step })));
	for (const { block, step } of steps) {
		const folder = /^lucid\/build-action(?:\/([\w-]+))?@v1$/.exec(step.uses ?? "");
		if (folder === null) continue;
		const file = path.join(root, folder[1] ?? "", "action.yml");
		const { inputs } = parse(readFileSync(file, "utf8")) as { inputs: Json };
		for (const input of Object.keys(step.with ?? {}))
			assert.ok(input in inputs, `${block.page}:${block.line}: ${step.uses} has no input ${input}`);
	}
	assert.ok(steps.length > 20);
});

interface Step {
	readonly uses?: string;
	readonly with?: Json;
}

/** All steps in a value, at any depth. */
function stepsOf(value: unknown): readonly Step[] {
	if (Array.isArray(value)) return value.flatMap(stepsOf);
	if (typeof value !== "object" || value === null) return [];
	const below = Object.values(value).flatMap(stepsOf);
	return "uses" in value ? [value as Step, ...below] : below;
}

test("these checks can fail", async () => {
	assert.notDeepEqual(await errorsOf("x", asWorkflow("steps", [{ uses: "actions/checkout@v5", wiht: {} }])), []);
	assert.notDeepEqual(catalogProblems({ defaults: { platform: ["linux/arm64"] } }), []);
});
