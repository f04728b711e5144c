import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Docker } from "../../../adapters/docker/docker.ts";
import type { PlannedImage } from "../../../model/documents/plan.ts";
import { defined } from "../../../util/defined.ts";
import { readObject } from "../../../util/json.ts";
import type { StepProgress } from "../../../util/progress.ts";
import { type BakeError, parseBakeError } from "../bake-failure.ts";
import { ContextLinks } from "../contexts/context-links.ts";
import type { ContextCopies } from "../contexts/copy-contexts.ts";
import { BakeLog, type FailedStep, type LoggedStep, type TargetProgress } from "../log/bake-log.ts";
import { secretEnvironment } from "../secrets.ts";
import { type BakeInput, bakeDefinition, bakeFileText } from "./definition.ts";
import { imageId, targetNames } from "./targets.ts";

/** One image after a bake call. */
export interface BakedImage {
	readonly image: PlannedImage;
	/** Of the image under its content reference. */
	readonly digest?: string;
	readonly startedAt?: string;
	readonly durationMs?: number;
	readonly steps: readonly LoggedStep[];
	/** Problems that did not fail it. */
	readonly warnings: readonly string[];
}

export interface BakeRun {
	readonly images: readonly BakedImage[];
	/** Undefined if bake succeeded. */
	readonly failure?: {
		readonly error: BakeError;
		/** The image that failed, if known. */
		readonly image?: PlannedImage;
		readonly step?: FailedStep;
	};
}

export interface BakeCall extends Omit<BakeInput, "images"> {
	readonly images: readonly PlannedImage[];
	readonly docker: Docker;
	readonly builder?: string;
	/** Copies of contexts whose file modes differ. */
	readonly copies?: ContextCopies | undefined;
	readonly signal: AbortSignal;
	readonly onStep: (image: PlannedImage, step: StepProgress) => void;
	/** Called when an image is in the registry; drivers that push by digest report it only at the end. */
	readonly onPushed?: (baked: BakedImage, digest: string) => void;
}

/** Keeps the environment out of images, and disables unused metadata. Only provenance names the commit. */
function environment({
	attest,
	secretValues,
}: Pick<BakeInput, "attest" | "secretValues">): Readonly<Record<string, string>> {
	return {
		...(secretValues && secretEnvironment(secretValues)),
		BUILDX_GIT_INFO: String(attest !== undefined && attest.provenance !== "off"),
		BUILDX_GIT_LABELS: "false",
		BUILDX_METADATA_PROVENANCE: "disabled",
		BUILDX_NO_DEFAULT_ATTESTATIONS: "1",
	};
}

/** The command for a definition file, with permissions for agents and for folders outside of the catalog's. */
export function bakeCommand(
	file: string,
	call: Pick<BakeInput, "plan" | "cache"> & Pick<BakeCall, "builder" | "copies">,
): readonly string[] {
	const { plan, cache, builder, copies } = call;
	const ssh = plan.services.some((service) => service.ssh !== undefined && service.ssh.length > 0);
	return [
		...["buildx", "bake", `--file=${file}`],
		...(builder === undefined ? [] : [`--builder=${builder}`]),
		...(ssh ? ["--allow=ssh"] : []),
		...(copies?.folder === undefined ? [] : [`--allow=fs.read=${copies.folder}`]),
		...(cache?.kind === "local" && cache.folder !== undefined ? [`--allow=fs=${cache.folder}`] : []),
	];
}

/**
 * Runs one bake. It stops all targets at the first failure; images pushed before are reported too. A non-zero exit is
 * always a failure. Rejects only if docker cannot be started.
 */
export async function runBake(call: BakeCall): Promise<BakeRun> {
	const { images, docker, root, signal, onStep } = call;
	const names = targetNames(images);
	const byTarget = new Map(images.map((image) => [names.get(imageId(image)) ?? "", image]));
	const log = new BakeLog({
		targets: new Map([...byTarget].map(([target, image]) => [target, image.contentRef])),
		onStep(target, step) {
			const image = byTarget.get(target);
			if (image !== undefined) onStep(image, step);
		},
		onPushed(target, digest) {
			const image = byTarget.get(target);
			if (image !== undefined) call.onPushed?.(bakedImage(image, log.target(target)), digest);
		},
	});
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-bake-"));
	try {
		const file = path.join(folder, "bake.json");
		const metadata = path.join(folder, "metadata.json");
		const contexts = new ContextLinks(path.join(folder, "contexts"), root, call.copies);
		const definition = bakeDefinition({ ...call, folderAt: contexts.pathOf.bind(contexts) });
		await contexts.create();
		await writeFile(file, bakeFileText(definition), { mode: 0o600 });
		const { exitCode } = await docker(
			[...bakeCommand(file, call), `--metadata-file=${metadata}`, "--progress=rawjson"],
			{ cwd: root, env: environment(call), signal, discard: true, onLine: (line) => log.readLine(line) },
		);
		const digests = exitCode === 0 ? await readDigests(metadata) : new Map<string, string>();
		const baked = [...byTarget].map(([target, image]): BakedImage => {
			const progress = log.target(target);
			const digest = digests.get(target) ?? progress.digest;
			return { ...bakedImage(image, progress), ...defined({ digest }) };
		});
		if (exitCode === 0) return { images: baked };
		const error = parseBakeError(log.text);
		const [only, ...others] = images;
		const image = byTarget.get(error.target ?? "") ?? (others.length === 0 ? only : undefined);
		const target = image === undefined ? "" : (names.get(imageId(image)) ?? "");
		const step = image === undefined ? undefined : log.failedStep(target, error.message);
		const failure = { error, ...defined({ image, step }) };
		return { images: baked, failure };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function bakedImage(image: PlannedImage, { steps, warnings, startedAt, durationMs }: TargetProgress): BakedImage {
	return { image, steps, warnings, ...defined({ startedAt, durationMs }) };
}

/** Digests by target, from the file of `--metadata-file`. */
async function readDigests(file: string): Promise<ReadonlyMap<string, string>> {
	const targets = readObject(JSON.parse(await readFile(file, "utf8"))) ?? {};
	return new Map(
		Object.entries(targets).flatMap(([target, value]) => {
			const digest = readObject(value)?.["containerimage.digest"];
			return typeof digest === "string" ? [[target, digest] as const] : [];
		}),
	);
}
