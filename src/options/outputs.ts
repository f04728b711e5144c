import { join } from "node:path";
import { type AttestableResult, attestationSubjects } from "../model/documents/attestation-subjects.ts";
import { failedChecks } from "../model/documents/build.ts";
import type { Documents } from "../model/documents/documents.ts";
import { packDocument } from "../model/documents/pack-document.ts";
import type { MatrixLeg, Plan } from "../model/documents/plan.ts";
import type { PublishedService } from "../model/documents/publish.ts";
import { splitIntoTwoWaves } from "../model/job-matrix/two-waves.ts";
import type { StageName } from "./options.ts";

/** One output of an action: its entry in action.yml, and how it is made from the documents. */
export interface Output {
	readonly name: string;
	readonly description: string;
	readonly stages: readonly StageName[];
	/** Undefined if the stage did not get that far: then the output is not set. */
	readonly value: (documents: Documents, out: string) => string | undefined;
}

const json = (value: unknown) => JSON.stringify(value);
const countOf = (list: readonly unknown[] | undefined) => (list === undefined ? undefined : String(list.length));

/** Bytes. GitHub limits the outputs of a job to 1 MB; this output must not use all of it. */
const maxOutputBytes = 450_000;

function publishedJson(services: readonly PublishedService[]): string {
	const rows = services.map(publishedOutput);
	const whole = json(rows);
	if (Buffer.byteLength(whole) <= maxOutputBytes) return whole;
	return json(rows.map(({ platforms: _, copies: _copies, ...row }) => ({ ...row, cut: true })));
}

function publishedOutput(published: PublishedService) {
	const { service, image, outcome, digest, release, tags, platforms, copies, durationMs } = published;
	const given = (list: PublishedService["tags"]) =>
		list.filter(({ state }) => state !== "held" && state !== "kept").map(({ tag }) => tag);
	const total = (key: "size" | "layers") => {
		const known = platforms.flatMap((one) => one[key] ?? []);
		return known.length === 0 ? undefined : known.reduce((sum, one) => sum + one, 0);
	};
	return {
		...{ service, image, outcome, digest, tags: given(tags), size: total("size"), layers: total("layers"), platforms },
		release,
		copies: copies?.map((copy) => ({ ...copy, tags: given(copy.tags) })),
		durationMs,
	};
}

function basesToBuild({ images, waves }: Plan): readonly string[] {
	const toBuild = images.filter(({ decision }) => decision.kind === "build");
	const building = new Set(toBuild.map(({ service }) => service));
	const bases = new Set(toBuild.flatMap(({ from }) => Object.values(from)).filter((name) => building.has(name)));
	return waves.flat().filter((name) => bases.has(name));
}

const legsJson = (include: readonly MatrixLeg[]) => (include.length === 0 ? "" : json({ include }));

const tagsOf = (plan: Plan | undefined, service: string) => {
	const { immutable = [], floating = [] } = plan?.tags[service] ?? {};
	return [...immutable, ...floating];
};

/** Inputs for actions/attest: a list, or a file of checksums. A run attests what it published. */
function subjectOutputs(
	stage: "build" | "publish",
	what: string,
	result: (documents: Documents) => AttestableResult | undefined,
): readonly Output[] {
	const stages: readonly StageName[] = stage === "publish" ? ["publish", "run"] : ["build"];
	const subjects = (documents: Documents) => {
		const made = result(documents);
		return made && attestationSubjects(made);
	};
	return [
		{
			name: "subjects",
			stages,
			description: `JSON list of ${what}: \`name\` and \`digest\`, for actions/attest.`,
			value: (documents) => {
				const list = subjects(documents);
				return list && json(list);
			},
		},
		{
			name: "subject-checksums",
			stages,
			description: `Path of the same list as a file of checksums, for actions/attest. Not set if the list is empty.`,
			value: (documents, out) => (subjects(documents)?.length ? join(out, `${stage}-subjects.txt`) : undefined),
		},
	];
}

const reportFiles = [
	["report-json", "json", "Path of `report.json`: all data of the report, for programs."],
	["report-summary", "summary", "Path of the summary as a Markdown file."],
	["badge", "badge", "Path of `badge.json`, for a shields.io badge (`https://img.shields.io/endpoint?url=...`)."],
	["history", "history", "Path of the history of runs, with this run at the end."],
	["completion", "completion", "Path of `completion.md`, if requested."],
] as const;

/** All outputs. Paths are in the folder `out`. */
export const outputs: readonly Output[] = [
	{
		name: "plan",
		stages: ["plan", "run"],
		description: "Path of `plan.json`, for the input `plan` of later stages.",
		value: ({ plan }, out) => plan && join(out, "plan.json"),
	},
	{
		name: "has-work",
		stages: ["plan", "run"],
		description: "`true` if an image has to be built, else `false`. Check it before starting a matrix.",
		value: ({ plan }) => plan && String(plan.matrix.include.length > 0),
	},
	{
		name: "matrix",
		stages: ["plan", "run"],
		description:
			"JSON for `strategy.matrix`. Each leg under `include` has `name`, `service`, `platform`, `runner`, `phase` and `wave`. Without anything to build the list is empty, which GitHub rejects: check `has-work`.",
		value: ({ plan }) => plan && json(plan.matrix),
	},
	{
		name: "bases",
		stages: ["plan"],
		description:
			"Names of the services to build that other services to build are based on, comma-separated. Empty if there is none. A job that builds them before the matrix saves each leg from building its base.",
		value: ({ plan }) => plan && basesToBuild(plan).join(","),
	},
	{
		name: "wave-1",
		stages: ["plan"],
		description:
			"First half of the matrix: the legs that build bases of other images, for a job before the others. Empty if there is none.",
		value: ({ plan }) => plan && legsJson(splitIntoTwoWaves(plan).first),
	},
	{
		name: "wave-2",
		stages: ["plan"],
		description: "Second half of the matrix: all other legs. Empty if there is none.",
		value: ({ plan }) => plan && legsJson(splitIntoTwoWaves(plan).second),
	},
	{
		name: "smoke-matrix",
		stages: ["plan"],
		description:
			"With `smoke-jobs`: one leg for each platform and kind of runner that has services to smoke. Empty if there is none.",
		value: ({ plan }) => plan?.smokeMatrix && legsJson(plan.smokeMatrix.include),
	},
	{
		name: "packed",
		stages: ["plan"],
		description:
			"The plan in one line, for the input `plan` of stages in other jobs. Empty if it would be too long (about 200 images); those stages then make the same plan with `new`.",
		value: ({ plan }) => plan && (packDocument(plan) ?? ""),
	},
	{
		name: "services",
		stages: ["plan", "run"],
		description: "Names of the selected services, comma-separated, for the input `service`.",
		value: ({ plan }) => plan?.selected.join(","),
	},
	{
		name: "platforms",
		stages: ["plan"],
		description: "Platforms of the images in the plan, comma-separated, for the input `platforms` of setup.",
		value: ({ plan }) => plan && [...new Set(plan.images.map(({ platform }) => platform))].join(","),
	},
	{
		name: "findings",
		stages: ["lint"],
		description: "Path of `lint.json`.",
		value: ({ lint }, out) => lint && join(out, "lint.json"),
	},
	{
		name: "sarif",
		stages: ["lint"],
		description: "Path of `lint.sarif`, for github/codeql-action/upload-sarif.",
		value: ({ lint }, out) => lint && join(out, "lint.sarif"),
	},
	{
		name: "errors",
		stages: ["lint"],
		description: "Number of errors.",
		value: ({ lint }) => countOf(lint?.findings.filter(({ severity }) => severity === "error")),
	},
	{
		name: "warnings",
		stages: ["lint"],
		description: "Number of warnings.",
		value: ({ lint }) => countOf(lint?.findings.filter(({ severity }) => severity === "warning")),
	},
	{
		name: "notes",
		stages: ["lint"],
		description: "Number of notes.",
		value: ({ lint }) => countOf(lint?.findings.filter(({ severity }) => severity === "note")),
	},
	{
		name: "build",
		stages: ["build", "run"],
		description: "Path of `build.json`.",
		value: ({ build }, out) => build && join(out, "build.json"),
	},
	{
		name: "built",
		stages: ["build", "run"],
		description: "Number of images that were built.",
		value: ({ build }) => countOf(build?.images.filter(({ outcome }) => outcome === "built")),
	},
	{
		name: "images",
		stages: ["build", "run"],
		description:
			"JSON list of the images: `service`, `platform`, `outcome`, `ref`, `digest`, `tags` (that publish will write), `size` in bytes, `layers`, `durationMs`. The time of each step is in `build.json`.",
		value: ({ build, plan }) =>
			build &&
			json(
				build.images.map(
					({ service, platform, outcome, contentRef: ref, digest, size, layers: layerCount, durationMs }) => ({
						...{ service, platform, outcome, ref, digest },
						tags: tagsOf(plan, service),
						...{ size, layers: layerCount, durationMs },
					}),
				),
			),
	},
	...subjectOutputs("build", "the built images", ({ build }) => build),
	{
		name: "verify",
		stages: ["verify"],
		description: "Path of `verify.json`.",
		value: ({ verify }, out) => verify && join(out, "verify.json"),
	},
	{
		name: "verified",
		stages: ["verify"],
		description: "Number of images that passed all required checks.",
		value: ({ verify }) =>
			countOf(verify?.images.filter(({ digest, checks }) => digest && failedChecks(checks).length === 0)),
	},
	{
		name: "failed",
		stages: ["verify"],
		description: "Number of images that failed a required check.",
		value: ({ verify }) => countOf(verify?.images.filter(({ checks }) => failedChecks(checks).length > 0)),
	},
	{
		name: "smoke",
		stages: ["smoke", "run"],
		description: "Path of `smoke.json`.",
		value: ({ smoke }, out) => smoke && join(out, "smoke.json"),
	},
	{
		name: "verify-host",
		stages: ["verify-host"],
		description: "Path of `verify-host.json`.",
		value: ({ verifyHost }, out) => verifyHost && join(out, "verify-host.json"),
	},
	{
		name: "missing",
		stages: ["verify-host"],
		description: "Number of published images that the machine does not have, or has in an old version.",
		value: ({ verifyHost }) => countOf(verifyHost?.images.filter(({ state }) => state === "absent" || state === "old")),
	},
	{
		name: "junit",
		stages: ["smoke", "run", "verify-host"],
		description: "Path of the results as JUnit XML, for tools that show test results.",
		value: ({ smoke, verifyHost }, out) => smoke && join(out, verifyHost ? "host" : "", "smoke.junit.xml"),
	},
	{
		name: "smoke-compose",
		stages: ["smoke", "run"],
		description:
			"Path of the stack's Compose file, if one was needed. Logs and diagnosis files are in the folder `logs` beside it.",
		value: ({ smoke }) => smoke?.composeFile,
	},
	{
		name: "healthy",
		stages: ["smoke", "run", "verify-host"],
		description: "Number of healthy services.",
		value: ({ smoke }) => countOf(smoke?.services.filter(({ verdict }) => verdict === "healthy")),
	},
	{
		name: "unhealthy",
		stages: ["smoke", "run", "verify-host"],
		description: "Number of services that are unhealthy, did not respond or could not be started.",
		value: ({ smoke }) =>
			countOf(smoke?.services.filter(({ verdict }) => verdict !== "healthy" && verdict !== "skipped")),
	},
	{
		name: "publish",
		stages: ["publish", "run"],
		description: "Path of `publish.json`.",
		value: ({ publish }, out) => publish && join(out, "publish.json"),
	},
	{
		name: "published",
		stages: ["publish", "run"],
		description:
			"JSON list of the services: `service`, `image`, `outcome`, `digest`, `tags`, `size`, `layers`, `platforms` (each with its `digest`), `release` (its `version`, and the `digest` that the version's tags name), `copies`, `durationMs`. Above 450 KB, `platforms` and `copies` are only in `publish.json`, and `cut` is true.",
		value: ({ publish }) => publish && publishedJson(publish.services),
	},
	{
		name: "packed",
		stages: ["publish"],
		description:
			"The result in one line, for the input `publish-result` of a report in another job. Empty if it would be too long (about 200 services).",
		value: ({ publish }) => publish && (packDocument(publish) ?? ""),
	},
	...subjectOutputs("publish", "the published indexes", ({ publish }) => publish),
	{
		name: "compose",
		stages: ["publish", "run"],
		description:
			"Path of `compose.yml`: the published images by digest, ready for `docker compose up`.",
		value: ({ publish }) => publish?.composeFile,
	},
	{
		name: "report",
		stages: ["report", "run"],
		description: "Path of the report, one HTML file.",
		value: ({ report }) => report?.files.page,
	},
	...reportFiles.map(
		([name, kind, description]): Output => ({
			name,
			stages: ["report", "run"],
			description,
			value: ({ report }) => report?.files[kind],
		}),
	),
	{
		name: "comment",
		stages: ["report", "run"],
		description: "URL of the comment on the pull request, if there is one.",
		value: ({ notifications: told }) => told?.comment,
	},
	{
		name: "issue",
		stages: ["report", "run"],
		description: "URL of the issue that was opened, commented on, kept or closed.",
		value: ({ notifications: told }) => told?.issue,
	},
	{
		name: "builder",
		stages: ["setup"],
		description: "Name of the buildx builder for later builds.",
		value: () => undefined,
	},
	{
		name: "platforms",
		stages: ["setup"],
		description: "Platforms that the builder supports, including emulated ones, comma-separated.",
		value: () => undefined,
	},
	{
		name: "emulated",
		stages: ["setup"],
		description:
			"Platforms that QEMU was registered for, comma-separated. Empty if none was needed.",
		value: () => undefined,
	},
	{
		name: "images",
		stages: ["setup"],
		description:
			"JSON with the source of the images `binfmt` and `buildkit`, if they were needed: `engine` (already there), `cache`, `registry`, or `pulled` (by the engine, and not cached).",
		value: () => undefined,
	},
];

export function outputsOf(stage: StageName): readonly Output[] {
	return outputs.filter(({ stages }) => stages.includes(stage));
}
