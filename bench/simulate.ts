/**
 * Past one machine: the cost of a push on GitHub, ours beside one job per service. The constants of the model are in
 * bench/simulate/constants.ts. The time of an image is measured here on a few services. The model's forecast for more
 * services is compared with a measurement. Run it with `script/bench simulate`.
 */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { median } from "./measure.ts";
import { buildPush, findBuildPush, ours as lucid, type Work } from "./peers/contestants.ts";
import { openGitHub } from "./peers/github.ts";
import { commit, forget, makeRepository } from "./repository.ts";
import { addToFile } from "./rows.ts";
import { type Constant, constants } from "./simulate/constants.ts";
import { type Outcome, simulate } from "./simulate/model.ts";
import { jobEach, type Measured, ours, type Scenario } from "./simulate/workflows.ts";

const host = process.env.LUCID_REGISTRY;
if (host === undefined) throw new Error("LUCID_REGISTRY is not set: run script/bench simulate");

/** Services that the model is fitted on, and those that it has to foretell. */
const few = 5;
const some = 15;
const all = 35;

const words: Readonly<Record<keyof Measured, string>> = {
	theirImage: "build-push-action and metadata-action, an image from cold",
	theirCachedImage: "the same with all layers cached",
	ourBase: "`lucid build` from cold, fixed part",
	ourImage: "`lucid build` from cold, per image",
	planBase: "`lucid run` with nothing to build, fixed part",
	planEach: "`lucid run` with nothing to build, per service",
};

const folder = await mkdtemp(path.join(tmpdir(), "lucid-bench-"));
const root = path.join(folder, "repository");
const out = path.join(folder, "out");
const api = await openGitHub();
let turn = 0;

try {
	await mkdir(out);
	const names = await makeRepository(root, all, host);
	const sha = commit(root, "bench");
	const fresh = (count: number): Work => ({
		root,
		out,
		services: names.slice(0, count),
		sha,
		registry: `${host}/simulate-${turn++}`,
	});
	const cold = async (count: number) => {
		forget();
		const work = fresh(count);
		return (await lucid(work, "build", ...work.services)).seconds;
	};
	const three = async (measure: () => Promise<number>) => median([await measure(), await measure(), await measure()]);

	await cold(few);
	const [ofFew, ofSome] = [await three(() => cold(few)), await three(() => cold(some))];
	const ourImage = (ofSome - ofFew) / (some - few);
	const ourBase = Math.max(0, ofFew - few * ourImage);

	const ofAll = await three(() => cold(all));
	const filled = fresh(all);
	const run = async (count: number) => {
		const services = names.slice(0, count);
		return (await lucid(filled, "run", ...services, "--smoke=off", "--no-require-smoke")).seconds;
	};
	await run(all);
	const [planFew, planAll] = [await three(() => run(few)), await three(() => run(all))];
	const planEach = Math.max(0, (planAll - planFew) / (all - few));
	const planBase = planFew - few * planEach;

	const peers = await findBuildPush();
	if ("kind" in peers) throw new Error(`docker/build-push-action is what ours is compared with, and ${peers.why}`);
	const theirs = async (count: number, work: Work) => {
		const services = work.services.slice(0, count);
		return buildPush(peers, { ...work, services }, api.url);
	};
	const work = fresh(few);
	forget();
	await theirs(1, work);
	// The base images are pulled already; a job of its own would pull each of them first.
	const theirFew = await theirs(few, { ...fresh(all), services: names.slice(1, 1 + few) });
	const theirImage = theirFew / few;
	const theirCachedImage = (await theirs(few, { ...work, services: names.slice(1, 1 + few) })) / few;
	const theirRest = { ...fresh(all), services: names.slice(1 + few) };
	const theirMany = await theirs(some, theirRest);

	const measured: Measured = { theirImage, theirCachedImage, ourBase, ourImage, planBase, planEach };
	const off = (forecast: number, was: number) => `${((forecast / was - 1) * 100).toFixed(0)} %`;
	const lines = [
		"| measured on this machine | seconds |",
		"| --- | ---: |",
		...Object.entries(measured).map(([name, value]) => `| ${words[name as keyof Measured]} | ${value.toFixed(2)} |`),
		"",
		"| what the model forecasts | forecast | measured | error |",
		"| --- | ---: | ---: | ---: |",
		`| \`lucid build\` of ${all} images from cold, from ${few} and ${some} images | ${(ourBase + all * ourImage).toFixed(1)} s | ${ofAll.toFixed(1)} s | ${off(ourBase + all * ourImage, ofAll)} |`,
		`| build-push-action, ${some} images one after another, from ${few} others | ${(some * theirImage).toFixed(1)} s | ${theirMany.toFixed(1)} s | ${off(some * theirImage, theirMany)} |`,
		"",
		"| constant | value | what it is | source |",
		"| --- | ---: | --- | --- |",
		...Object.entries(constants as Readonly<Record<string, Constant>>).map(
			([name, { value, what, source }]) => `| ${name} | ${value} | ${what} | ${source} |`,
		),
		"",
		...tableOf(measured, constants.atOnce.value, "20 concurrent jobs (GitHub Free)"),
		"",
		...tableOf(measured, constants.atOnceTeam.value, "60 concurrent jobs (GitHub Team)"),
	];
	console.log(lines.join("\n"));
	await addToFile({ kind: "simulation", lines });
} finally {
	await api.close();
	await rm(folder, { recursive: true, force: true });
}

function tableOf(measured: Measured, atOnce: number, title: string): readonly string[] {
	const rows = [all, 200, 1000].flatMap((services) =>
		(
			[
				["all changed, native", { services, how: "native", changed: services }],
				["all changed, QEMU", { services, how: "emulated", changed: services }],
				["all changed, native, packed into 10 jobs", { services, how: "native", changed: services, maxJobs: 10 }],
				["one in 35 changed, native", { services, how: "native", changed: Math.ceil(services / 35) }],
				["nothing changed", { services, how: "native", changed: 0 }],
			] as readonly (readonly [string, Scenario])[]
		).map(([what, scenario]) => {
			const mine = simulate(ours(scenario, measured), atOnce);
			const each = simulate(jobEach(scenario, measured), atOnce);
			return `| ${services} | ${what} | ${cells(mine)} | ${cells(each)} | ${(each.wallSeconds / mine.wallSeconds).toFixed(1)} | ${(each.billedMinutes / mine.billedMinutes).toFixed(1)} |`;
		}),
	);
	return [
		`With ${title}:`,
		"",
		"| services | push | ours: jobs | wall | billed | one job per service: jobs | wall | billed | wall, times ours | billed, times ours |",
		"| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
		...rows,
	];
}

function cells({ jobs, wallSeconds, billedMinutes }: Outcome): string {
	return `${jobs} | ${(wallSeconds / 60).toFixed(1)} min | ${billedMinutes} min`;
}
