import assert from "node:assert/strict";
import { cp, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { packDocument } from "../../src/model/documents/pack-document.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import { parseOptions, type RawValues } from "../../src/options/parse-options.ts";
import { loadOrMakePlan } from "../../src/stages/plan/load-plan.ts";
import type { SelectionScope } from "../../src/stages/plan/stage.ts";
import { writeDocument } from "../../src/stages/shared/documents-folder.ts";
import { UserError } from "../../src/util/errors.ts";
import { aPlan, aService } from "../support/documents.ts";
import { temporaryFolder } from "../support/repo.ts";
import { quietWorld } from "./support.ts";

const both = { platforms: ["linux/arm64", "linux/amd64"] };
const services = [
	aService({ name: "base", ...both }),
	aService({ name: "api", ...both, needs: ["store"] }),
	aService({ name: "store", ...both }),
	aService({ name: "other", ...both }),
];
const made = aPlan(services);
const whole: Plan = {
	...made,
	selected: ["api", "store", "base"],
	images: made.images.map((image) => (image.service === "api" ? { ...image, from: { "test/base": "base" } } : image)),
};

/** Follows a plan that lies in the run's own folder; gives what came out, and what lies there then. */
async function follow(raw: RawValues, reach?: SelectionScope) {
	const folder = await temporaryFolder();
	try {
		const out = path.join(folder, "out");
		const file = await writeDocument(out, whole);
		const elsewhere = path.join(folder, "plan-of-another-job.json");
		await cp(file, elsewhere);
		const world = quietWorld(folder);
		const options = (plan: string) => parseOptions({ out, plan, ...raw }, world);
		const part = await loadOrMakePlan(options(file), world, undefined, reach);
		const kept = JSON.parse(await readFile(file, "utf8")) as Plan;
		await loadOrMakePlan(options(elsewhere), world, undefined, reach);
		const left = JSON.parse(await readFile(file, "utf8")) as Plan;
		return { part, kept, left, folder };
	} finally {
		await rm(folder, { recursive: true });
	}
}

const images = (plan: Plan) => plan.images.map(({ service, platform }) => `${service} ${platform}`);

test("a plan's file is followed as a whole, at the place where the repository lies now", async () => {
	const { part, folder } = await follow({});
	assert.deepEqual(part, { ...whole, root: folder });
});

test("only the selected services and platforms of a plan's file are followed, with what they are built from", async () => {
	const { part, kept, left } = await follow({ service: "api", platform: "linux/arm64/v8" });
	assert.deepEqual(part.selected, ["api"]);
	assert.deepEqual(images(part), ["base linux/arm64", "api linux/arm64"]);
	assert.deepEqual(kept.images, whole.images, "the other parts can still be followed");
	assert.deepEqual(left.images, part.images, "the table is about this part");
});

test("to run, what a service needs comes along", async () => {
	const { part } = await follow({ service: "api", platform: "linux/arm64" }, "to-run");
	assert.deepEqual(images(part), ["base linux/arm64", "api linux/arm64", "store linux/arm64"]);
	assert.deepEqual(part.selected, ["api"]);
});

test("a service that the plan does not select is an error that lists the selected ones", async () => {
	await assert.rejects(follow({ service: "other" }), (error) => {
		assert.ok(error instanceof UserError);
		assert.match(error.message, /no service is called "other"[\s\S]*one of /);
		return true;
	});
	await assert.rejects(follow({ platform: "linux/s390x" }), /no service is built for "linux\/s390x"/);
});

test("a plan is followed where its repository lies: a folder that is not there is the user's mistake", async () => {
	await assert.rejects(follow({ catalog: "nowhere/lucid.yml" }), (error) => {
		assert.ok(error instanceof UserError);
		assert.match(error.problems[0]?.fix ?? "", /--catalog/);
		return true;
	});
});

test("a plan that comes packed from another job is followed like its file, and left in the run's folder", async () => {
	const folder = await temporaryFolder();
	try {
		const world = quietWorld(folder);
		const out = path.join(folder, "out");
		const packed = packDocument(whole) ?? assert.fail();
		const part = await loadOrMakePlan(parseOptions({ out, plan: packed, service: "api" }, world), world);
		assert.deepEqual(part.selected, ["api"]);
		assert.equal(part.root, folder);
		assert.deepEqual(JSON.parse(await readFile(path.join(out, "plan.json"), "utf8")), part);
	} finally {
		await rm(folder, { recursive: true });
	}
});
