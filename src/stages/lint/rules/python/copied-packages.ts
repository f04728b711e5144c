import { posix } from "node:path";
import { nativePackageFor } from "../../analysis/native-packages.ts";
import { pipChoice, pipInstalls, requirementsToLookUp, stageRuntime } from "../../analysis/pip-installs.ts";
import { bringsOwnPython, packageCopies, pythonSearchPath } from "../../analysis/python-paths.ts";
import {
	copySourceStage,
	isWithin,
	runsOnBuildMachine,
	shellText,
	stageChain,
	toAbsolutePath,
} from "../../analysis/stage-chain.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

function* mismatch(context: RuleContext): Iterable<RuleFinding> {
	const { trace, request } = context;
	if (bringsOwnPython(context)) return;
	const runtime = stageRuntime(trace.finalStage.stage, context, request);
	for (const { step, builder } of packageCopies(context)) {
		const at = { file: trace.file, line: step.instruction.line };
		if (builder.python !== undefined && runtime.python !== undefined && builder.python !== runtime.python)
			yield {
				message: `packages for Python ${builder.python} are copied into an image with Python ${runtime.python}`,
				at,
				why: "compiled modules do not load in another Python, and folders such as lib/python3.11 are those of one",
				fix: `install them in a stage with Python ${runtime.python}`,
			};
		const [theirs, ours] = [builder.libc?.kind, runtime.libc?.kind];
		if (theirs !== undefined && ours !== undefined && theirs !== ours)
			yield {
				message: `packages installed with ${theirs} are copied into an image with ${ours}`,
				at,
				why: "compiled modules are linked to one of the two C libraries and do not load with the other",
				fix: ours === "musl" ? "install them in an Alpine stage" : "install them in a Debian stage: python:...-slim",
			};
	}
}

function* unseen(context: RuleContext): Iterable<RuleFinding> {
	const { trace, request } = context;
	const copies = packageCopies(context);
	const searched = copies.length === 0 ? undefined : pythonSearchPath(context);
	if (searched === undefined) return;
	const { python } = stageRuntime(trace.finalStage.stage, context, request);
	const words = [
		...(trace.finalStage.entrypoint?.value.words ?? []),
		...(trace.finalStage.cmd?.value.words ?? []),
	].join(" ");
	for (const { step, folder, venv, builder } of copies) {
		// Of another version: that is told as such.
		if (searched.includes(folder) || (builder.python !== undefined && builder.python !== python)) continue;
		if (venv !== undefined && words.includes(`${venv}/bin/`)) continue;
		// A folder of its own may be put on the path by whoever starts the container.
		yield {
			message: `Python does not look for packages in ${folder}`,
			at: { file: trace.file, line: step.instruction.line },
			why: `it looks in ${searched.join(", ")}`,
			fix: `add "ENV PYTHONPATH=${folder}"${searched.find((one) => one.endsWith("-packages") && one.startsWith("/usr/local")) ? `, or copy them to ${searched.find((one) => one.endsWith("-packages") && one.startsWith("/usr/local"))}` : ""}`,
		};
	}
}

function* nativeWheels(context: RuleContext): Iterable<RuleFinding> {
	const { trace, dockerfile, service, request } = context;
	const told = new Set<number>();
	for (const { step, stage } of packageCopies(context)) {
		if (told.has(stage) || !runsOnBuildMachine(context, stage) || runsOnBuildMachine(context, trace.finalStage.stage))
			continue;
		const chain = stageChain(trace, stage).map(({ index }) => index);
		const mine = pipInstalls(context, service, request).filter(
			(one) => chain.includes(one.stage) && one.targets.length === 0,
		);
		const names = new Set(
			mine.flatMap(({ requirements }) =>
				requirements.flatMap(({ key, versions }) => nativePackageFor(key, [versions ?? []].flat()) ?? []),
			),
		);
		// What the index knows: nothing but wheels for single platforms.
		for (const install of mine)
			for (const requirement of requirementsToLookUp(install)) {
				const choice = pipChoice(requirement, install, undefined, request);
				if (choice?.kind === "taken" && choice.as === "wheel") names.add(requirement.key);
			}
		const line = dockerfile.stages[chain.at(-1) ?? -1]?.line;
		if (names.size === 0 || line === undefined) continue;
		told.add(stage);
		const shown = [...names].slice(0, 4).join(", ");
		yield {
			message: `${shown}${names.size > 4 ? ` and ${names.size - 4} more` : ""}: compiled for the machine that builds, and line ${step.instruction.line} copies ${names.size > 1 ? "them" : "it"} into the image`,
			at: { file: dockerfile.file, line },
			why: "on $BUILDPLATFORM pip installs wheels for the build machine's processor; only pure Python is the same everywhere",
			fix: "leave --platform=$BUILDPLATFORM out of this FROM, so that the stage runs on the image's own platform",
		};
	}
}

/** What a compiler of these stages makes for the machine it runs on, and where it puts it. */
const compilers: readonly { readonly call: RegExp; readonly name: string; readonly cross: RegExp }[] = [
	{ call: /\bgo\s+build\b[^&|;\n]*?\s-o[= ]?\s*["']?([^\s"'&|;]+)/g, name: "go build", cross: /GOARCH|TARGET|\bxx-/ },
	{
		call: /\b(?:gcc|g\+\+|cc|c\+\+|clang)\b[^&|;\n]*?\s-o\s*["']?([^\s"'&|;]+)/g,
		name: "the C compiler",
		cross: /TARGET|\bxx-|-linux-gnu|--target|CROSS/,
	},
	{
		call: /\bcargo\s+build\b[^&|;\n]*--release/g,
		name: "cargo build",
		cross: /TARGET|--target|CARGO_BUILD|\bxx-|zigbuild/,
	},
];

function* nativePrograms(context: RuleContext): Iterable<RuleFinding> {
	const { trace, dockerfile } = context;
	if (runsOnBuildMachine(context, trace.finalStage.stage)) return;
	for (const copy of trace.steps) {
		const stage = trace.finalStage.chain.includes(copy.stage) ? copySourceStage(copy, trace) : undefined;
		if (stage === undefined || !runsOnBuildMachine(context, stage)) continue;
		const chain = stageChain(trace, stage).map(({ index }) => index);
		const whole = chain
			.flatMap((index) => dockerfile.stages[index]?.instructions ?? [])
			.map(({ raw, heredocs }) => [raw, ...heredocs.map(({ content }) => content)].join("\n"))
			.join("\n");
		for (const step of trace.steps.filter((one) => chain.includes(one.stage) && one.instruction.keyword === "RUN"))
			for (const { call, name, cross } of compilers) {
				if (cross.test(whole)) continue;
				const made = [...shellText(step).matchAll(call)].map(([, output = "target/release"]) =>
					posix.resolve(step.workdir, output),
				);
				const taken = copy.paths.slice(0, -1).map(toAbsolutePath);
				if (!made.some((file) => taken.some((path) => isWithin(file, path) || isWithin(path, file)))) continue;
				yield {
					message: `${name} makes a program for the machine that builds, and line ${copy.instruction.line} copies it into the image`,
					at: { file: dockerfile.file, line: step.instruction.line },
					why: "the stage is on $BUILDPLATFORM, and nothing here tells the compiler of another processor",
					fix:
						name === "go build"
							? "declare ARG TARGETARCH and build with GOARCH=$TARGETARCH"
							: "leave --platform=$BUILDPLATFORM out of its FROM, or cross-compile for $TARGETARCH",
				};
			}
	}
}

export const pythonRules: readonly LintRule[] = [
	{
		id: "native-on-build-platform",
		scope: "service",
		severity: "warning",
		title: "Compiled for the build machine, copied into the image",
		docs: "A stage on `$BUILDPLATFORM` runs fast, without emulation, and what it makes is for the machine that builds. Pure Python, JavaScript, generated text: fine. Native extensions (`grpcio`, `cryptography`, `pydantic` 2, `numpy`), and programs of a compiler that is not told the target, are for the wrong processor in an arm64 image built on amd64: `exec format error`, or an import that fails. Let that stage run on the image's platform, or cross-compile.",
		*check(context) {
			yield* nativeWheels(context);
			yield* nativePrograms(context);
		},
	},
	{
		id: "python-mismatch",
		scope: "service",
		severity: "warning",
		verifiedBy: "python-packages",
		title: "Builder and runtime with different Pythons or C libraries",
		docs: "Packages are installed with one Python and run with another: compiled modules do not load, and `lib/python3.12` is not a folder that Python 3.11 looks in. The same holds between Alpine's musl and Debian's glibc. The versions are those that image names tell: `python:3.11-slim`, `gcr.io/distroless/python3-debian12` (3.11).",
		check: mismatch,
	},
	{
		id: "packages-unseen",
		scope: "service",
		severity: "warning",
		verifiedBy: "python-packages",
		title: "Python packages where the runtime never looks",
		docs: "Packages copied to `/home/app/.local`, `/usr/local/lib/python3.11/site-packages` (Debian's Python, and with it distroless, looks in `dist-packages`) or a folder of their own are not found unless `PYTHONPATH` names that folder: the container ends with ModuleNotFoundError. Told for Docker's Python images, Debian and distroless, where it is known in which folders Python looks.",
		check: unseen,
	},
];
