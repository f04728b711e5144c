import { mkdir, realpath, writeFile } from "node:fs/promises";
import path from "node:path";
import type { BuildResult, BuiltImage } from "../../model/documents/build.ts";
import type { PlannedImage } from "../../model/documents/plan.ts";
import { repositoryOf } from "../../model/oci/reference.ts";
import { stoppedOutcome } from "../../util/deadline.ts";
import { defined } from "../../util/defined.ts";
import { formatProblem, type Problem } from "../../util/errors.ts";
import { rowFromFacts } from "../shared/built-images/read-back.ts";
import { bakeDefinition, bakeFileText } from "./bake/definition.ts";
import { bakeCommand } from "./bake/run-bake.ts";
import { imageId } from "./bake/targets.ts";
import type { BuildInput } from "./build-input.ts";
import { BuildRows } from "./build-rows.ts";
import { selectContextFiles } from "./contexts/context-files.ts";
import { type ContextCopies, type ContextFiles, copyContexts } from "./contexts/copy-contexts.ts";
import { ImageBuilder } from "./image-builder.ts";

/**
 * Builds, pushes, reads back and verifies all planned images. Each image ends in one row; a failure affects only images
 * that are FROM it, and does not throw.
 */
export async function runBuild(buildInput: BuildInput): Promise<BuildResult> {
	// Bake compares resolved paths with its working directory.
	const input = { ...buildInput, root: await realpath(buildInput.root) };
	const { plan, signal, now, options = {} } = input;
	const started = now();
	const rows = new BuildRows(plan, input.progress, input.onEnd);
	const toBuild = plan.images.filter(({ decision }) => decision.kind === "build");
	const command = toBuild.length === 0 ? [] : await exportDefinition(input);
	for (const image of plan.images) endBlocked(rows, image);
	const unchanged = plan.images.map((image) => endUnchanged(input, rows, image));
	{
		await using copies = await prepareContexts(input, rows, toBuild);
		const builder = new ImageBuilder({ ...input, copies }, rows);
		await buildInOrder(
			toBuild.filter((image) => rows.get(image) === undefined),
			rows,
			builder,
			signal,
		);
	}
	await Promise.all(unchanged);
	return {
		kind: "lucid.build",
		version: 1,
		revision: plan.source.revision,
		images: rows.all(),
		command:
			command.length === 0 ? [] : ["docker", ...command, ...(options.steps === "uncached" ? ["--no-cache"] : [])],
		durationMs: Math.round(now() - started),
	};
}

/** Ends images with missing files, and copies contexts with other file modes than git's. */
async function prepareContexts(
	{ plan, root, files }: BuildInput,
	rows: BuildRows,
	toBuild: readonly PlannedImage[],
): Promise<ContextCopies | undefined> {
	if (files === undefined || toBuild.length === 0) return undefined;
	const sources = await files();
	const selections: ContextFiles[] = [];
	for (const image of toBuild) {
		const service = plan.services.find(({ name }) => name === image.service);
		if (service === undefined) continue;
		const selection = await selectContextFiles(image, service, sources);
		if ("selected" in selection) selections.push(selection);
		else rows.end(image, { outcome: "failed", error: errorOf(selection) });
	}
	const copies = await copyContexts(root, selections);
	for (const { image, message } of copies.failed) rows.end(image, { outcome: "failed", error: { message } });
	return copies;
}

/**
 * Starts an image when all its base images are in the registry. They are referenced by digest, never as bake's
 * `target:`, because a linked target gives another manifest than an earlier run.
 */
async function buildInOrder(
	toBuild: readonly PlannedImage[],
	rows: BuildRows,
	builder: ImageBuilder,
	signal: AbortSignal,
): Promise<void> {
	const queue = new Set(toBuild);
	const running = new Set<Promise<void>>();
	for (;;) {
		endUnbuildable(queue, rows, signal);
		const ready = [...queue].filter((image) => parents(image).every((parent) => builder.isInRegistry(parent)));
		// Images that others wait for get their own bake, so that nothing waits for the slowest one.
		const awaited = new Set([...queue].flatMap((image) => parents(image).map(imageId)));
		const [first = [], rest = []] = [true, false].map((is) =>
			ready.filter((image) => awaited.has(imageId(image)) === is),
		);
		for (const batch of [first, rest]) {
			if (batch.length === 0) continue;
			for (const image of batch) queue.delete(image);
			const run: Promise<void> = builder.build(batch).finally(() => running.delete(run));
			running.add(run);
		}
		if (running.size === 0) break;
		await Promise.race(running);
	}
	for (const image of queue)
		rows.end(image, { outcome: "skipped", error: { message: "the plan does not say how to build its base image" } });
}

function parents({ from, platform }: PlannedImage): readonly { service: string; platform: string }[] {
	return [...new Set(Object.values(from))].map((service) => ({ service, platform }));
}

/** Ends images whose base image failed, or all if the run is cancelled. Repeats until nothing changes. */
function endUnbuildable(queue: Set<PlannedImage>, rows: BuildRows, signal: AbortSignal): void {
	for (let before = -1; before !== queue.size; ) {
		before = queue.size;
		for (const image of queue) {
			const failedParent = parents(image).find((parent) => {
				const outcome = rows.get(parent)?.outcome;
				return outcome === "failed" || outcome === "skipped" || outcome === "cancelled";
			});
			if (signal.aborted) rows.end(image, stoppedOutcome(signal));
			else if (failedParent !== undefined) {
				const why = rows.get(failedParent)?.outcome === "failed" ? "failed" : "was not built";
				const error = { message: `it is FROM ${failedParent.service}, which ${why}` };
				rows.end(image, { outcome: "skipped", error });
			} else continue;
			queue.delete(image);
		}
	}
}

function endBlocked(rows: BuildRows, image: PlannedImage): void {
	const { decision } = image;
	if (decision.kind !== "blocked") return;
	const error =
		decision.problems.length > 0
			? errorOf(decision.problems)
			: { message: decision.reasons.map(({ detail }) => detail).join("; ") };
	const isByBase = decision.problems.length > 0 && decision.problems.every(({ code }) => code === "plan/base-blocked");
	rows.end(image, { outcome: isByBase ? "skipped" : "failed", error });
}

function errorOf(problems: readonly Problem[]): NonNullable<BuiltImage["error"]> {
	const { file, line } = problems[0]?.at ?? {};
	const message = problems.map(formatProblem).join("\n");
	const code = problems[0]?.code;
	return { message, ...defined({ code, file, line }) };
}

async function endUnchanged(
	{ plan, registry, signal }: BuildInput,
	rows: BuildRows,
	image: PlannedImage,
): Promise<void> {
	const { decision, platform } = image;
	if (decision.kind !== "unchanged") return;
	const service = plan.services.find(({ name }) => name === image.service);
	const finish = async () => {
		const facts = await registry.imageFacts(`${repositoryOf(image.contentRef)}@${decision.digest}`, platform);
		if (facts === undefined || service === undefined)
			throw new Error(`${image.contentRef} existed when the plan was made and no longer does; run it again`);
		const outcome = "unchanged" as const;
		return { outcome, ...rowFromFacts(facts, service, plan.source, { platform, outcome }) };
	};
	await rows.endWith(image, finish, { signal });
}

/** The complete definition with linked images, to bake without Lucid. */
async function exportDefinition(input: BuildInput): Promise<readonly string[]> {
	// By tag for every driver, because a digest alone has no name.
	const { outDir, driver: _, ...options } = input.options ?? {};
	const file = path.join(outDir ?? "", "bake.json");
	const definition = { ...input, ...options };
	if (outDir !== undefined) {
		await mkdir(outDir, { recursive: true });
		await writeFile(file, bakeFileText(bakeDefinition(definition)), { mode: 0o600 });
	}
	return bakeCommand(file, definition);
}
