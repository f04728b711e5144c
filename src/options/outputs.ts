import { join } from "node:path";
import { type AttestableResult, attestationSubjects } from "../model/documents/attestation-subjects.ts";
import type { Documents } from "../model/documents/documents.ts";
import { packDocument } from "../model/documents/pack-document.ts";
import type { MatrixLeg, Plan } from "../model/documents/plan.ts";
import type { PublishedService } from "../model/documents/publish.ts";
import { failedChecks } from "../model/documents/results.ts";
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

/** All outputs. Paths are in the folder `out`. */
const outputs: readonly Output[] = [
	document("plan", ["plan", "run"], "plan.json", "Path of `plan.json`, for the input `plan` of later stages."),
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
		value: ({ plan }) => plan && JSON.stringify(plan.matrix),
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
	{ ...document("lint", ["lint"], "lint.json"), name: "findings" },
	{
		...document("lint", ["lint"], "lint.sarif", "Path of `lint.sarif`, for github/codeql-action/upload-sarif."),
		name: "sarif",
	},
	...(["error", "warning", "note"] as const).map((level) =>
		count(`${level}s`, ["lint"], `${level}s`, ({ lint }) =>
			lint?.findings.filter(({ severity }) => severity === level),
		),
	),
	document("build", ["build", "run"], "build.json"),
	count("built", ["build", "run"], "images that were built", ({ build }) =>
		build?.images.filter(({ outcome }) => outcome === "built"),
	),
	{
		name: "images",
		stages: ["build", "run"],
		description:
			"JSON list of the images: `service`, `platform`, `outcome`, `ref`, `digest`, `tags` (that publish will write), `size` in bytes, `layers`, `durationMs`. The time of each step is in `build.json`.",
		value: ({ build, plan }) =>
			build &&
			JSON.stringify(
				build.images.map(({ service, platform, outcome, contentRef: ref, digest, size, layers, durationMs }) => ({
					...{ service, platform, outcome, ref, digest },
					tags: tagsOf(plan, service),
					...{ size, layers, durationMs },
				})),
			),
	},
	...subjectOutputs("build", "the built images", ({ build }) => build),
	document("verify", ["verify"], "verify.json"),
	count("verified", ["verify"], "images that passed all required checks", ({ verify }) =>
		verify?.images.filter(({ digest, checks }) => digest && failedChecks(checks).length === 0),
	),
	count("failed", ["verify"], "images that failed a required check", ({ verify }) =>
		verify?.images.filter(({ checks }) => failedChecks(checks).length > 0),
	),
	document("smoke", ["smoke", "run"], "smoke.json"),
	{ ...document("verifyHost", ["verify-host"], "verify-host.json"), name: "verify-host" },
	count(
		"missing",
		["verify-host"],
		"published images that the machine does not have, or has in an old version",
		({ verifyHost }) => verifyHost?.images.filter(({ state }) => state === "absent" || state === "old"),
	),
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
	count("healthy", ["smoke", "run", "verify-host"], "healthy services", ({ smoke }) =>
		smoke?.services.filter(({ verdict }) => verdict === "healthy"),
	),
	count(
		"unhealthy",
		["smoke", "run", "verify-host"],
		"services that are unhealthy, did not respond or could not be started",
		({ smoke }) => smoke?.services.filter(({ verdict }) => verdict !== "healthy" && verdict !== "skipped"),
	),
	document("sign", ["sign"], "sign.json"),
	count("signed", ["sign"], "signed services", ({ sign }) =>
		sign?.services.filter(({ outcome }) => outcome === "signed"),
	),
	document("publish", ["publish", "run"], "publish.json"),
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
		description: "Path of `compose.yml`: the published images by digest, ready for `docker compose up`.",
		value: ({ publish }) => publish?.composeFile,
	},
	reportFile("report", "page", "Path of the report, one HTML file."),
	reportFile("report-json", "json", "Path of `report.json`: all data of the report, for programs."),
	reportFile("report-summary", "summary", "Path of the summary as a Markdown file."),
	reportFile(
		"badge",
		"badge",
		"Path of `badge.json`, for a shields.io badge (`https://img.shields.io/endpoint?url=...`).",
	),
	reportFile("history", "history", "Path of the history of runs, with this run at the end."),
	reportFile("completion", "completion", "Path of `completion.md`, if requested."),
	{
		name: "comment",
		stages: ["report", "run"],
		description: "URL of the comment on the pull request, if there is one.",
		value: ({ notifications }) => notifications?.comment,
	},
	{
		name: "issue",
		stages: ["report", "run"],
		description: "URL of the issue that was opened, commented on, kept or closed.",
		value: ({ notifications }) => notifications?.issue,
	},
	setBySetup("builder", "Name of the buildx builder for later builds."),
	setBySetup("platforms", "Platforms that the builder supports, including emulated ones, comma-separated."),
	setBySetup("emulated", "Platforms that QEMU was registered for, comma-separated. Empty if none was needed."),
	setBySetup(
		"images",
		"JSON with the source of the images `binfmt` and `buildkit`, if they were needed: `engine` (already there), `cache`, `registry`, or `pulled` (by the engine, and not cached).",
	),
];

export function outputsOf(stage: StageName): readonly Output[] {
	return outputs.filter(({ stages }) => stages.includes(stage));
}

/** The path of a file that a stage writes with its document. */
function document(
	name: keyof Documents,
	stages: readonly StageName[],
	file: string,
	description = `Path of \`${file}\`.`,
): Output {
	return { name, stages, description, value: (documents, out) => (documents[name] ? join(out, file) : undefined) };
}

function count(
	name: string,
	stages: readonly StageName[],
	what: string,
	items: (documents: Documents) => readonly unknown[] | undefined,
): Output {
	return { name, stages, description: `Number of ${what}.`, value: (documents) => items(documents)?.length.toString() };
}

function reportFile(name: string, file: keyof NonNullable<Documents["report"]>["files"], description: string): Output {
	return { name, stages: ["report", "run"], description, value: ({ report }) => report?.files[file] };
}

/** Setup sets its outputs itself: it writes no document. */
function setBySetup(name: string, description: string): Output {
	return { name, stages: ["setup"], description, value: () => undefined };
}

/** Inputs for actions/attest: a list, or a file of checksums. A run attests what it published. */
function subjectOutputs(
	stage: "build" | "publish",
	what: string,
	result: (documents: Documents) => AttestableResult | undefined,
): readonly Output[] {
	const stages: readonly StageName[] = stage === "publish" ? ["publish", "run"] : ["build"];
	const subjectsIn = (documents: Documents) => {
		const attestable = result(documents);
		return attestable && attestationSubjects(attestable);
	};
	return [
		{
			name: "subjects",
			stages,
			description: `JSON list of ${what}: \`name\` and \`digest\`, for actions/attest.`,
			value: (documents) => {
				const subjects = subjectsIn(documents);
				return subjects && JSON.stringify(subjects);
			},
		},
		{
			name: "subject-checksums",
			stages,
			description: "Path of the same list as a file of checksums, for actions/attest. Not set if the list is empty.",
			value: (documents, out) => (subjectsIn(documents)?.length ? join(out, `${stage}-subjects.txt`) : undefined),
		},
	];
}

function basesToBuild({ images, waves }: Plan): readonly string[] {
	const toBuild = images.filter(({ decision }) => decision.kind === "build");
	const building = new Set(toBuild.map(({ service }) => service));
	const bases = new Set(toBuild.flatMap(({ from }) => Object.values(from)).filter((name) => building.has(name)));
	return waves.flat().filter((name) => bases.has(name));
}

const legsJson = (include: readonly MatrixLeg[]) => (include.length === 0 ? "" : JSON.stringify({ include }));

function tagsOf(plan: Plan | undefined, service: string): readonly string[] {
	const { immutable = [], floating = [] } = plan?.tags[service] ?? {};
	return [...immutable, ...floating];
}

/** Bytes. GitHub limits the outputs of a job to 1 MB; this output must not use all of it. */
const maxPublishedBytes = 450_000;

function publishedJson(services: readonly PublishedService[]): string {
	const rows = services.map(toPublishedRow);
	const json = JSON.stringify(rows);
	if (Buffer.byteLength(json) <= maxPublishedBytes) return json;
	return JSON.stringify(rows.map(({ platforms: _, copies: _copies, ...row }) => ({ ...row, cut: true })));
}

function toPublishedRow(published: PublishedService) {
	const { service, image, outcome, digest, release, tags, platforms, copies, durationMs } = published;
	const written = (list: PublishedService["tags"]) =>
		list.filter(({ state }) => state !== "held" && state !== "kept").map(({ tag }) => tag);
	const total = (key: "size" | "layers") => {
		const values = platforms.flatMap((platform) => platform[key] ?? []);
		return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
	};
	return {
		...{
			service,
			image,
			outcome,
			digest,
			tags: written(tags),
			size: total("size"),
			layers: total("layers"),
			platforms,
		},
		release,
		copies: copies?.map((copy) => ({ ...copy, tags: written(copy.tags) })),
		durationMs,
	};
}
