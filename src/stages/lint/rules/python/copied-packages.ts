import { posix } from "node:path";
import { pipChoice, pipInstalls, requirementsToLookUp, stageRuntime } from "../../analysis/pip-installs.ts";
import { bringsOwnPython, commandWords, packageCopies, pythonSearchPath } from "../../analysis/python-paths.ts";
import {
	copySourceStage,
	isWithin,
	runsOnBuildMachine,
	shellText,
	stageChain,
	toAbsolutePath,
} from "../../analysis/stage-chain.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";
import { nativePackageFor } from "./native-packages.ts";

function* pythonMismatch(context: RuleContext): Iterable<RuleFinding> {
	const { trace, request } = context;
	if (bringsOwnPython(context)) return;
	const runtime = stageRuntime(trace.finalStage.stage, context, request);
	for (const { step, builder } of packageCopies(context)) {
		const at = { file: trace.file, line: step.instruction.line };
		if (builder.python !== undefined && runtime.python !== undefined && builder.python !== runtime.python)
			yield {
				message: `packages for Python ${builder.python} are copied into an image with Python ${runtime.python}`,
				at,
				why: "compiled modules do not load in another Python version, and each version only searches its own lib/python3.x",
				fix: `install them in a stage with Python ${runtime.python}`,
			};
		const [built, used] = [builder.libc?.kind, runtime.libc?.kind];
		if (built !== undefined && used !== undefined && built !== used)
			yield {
				message: `packages installed with ${built} are copied into an image with ${used}`,
				at,
				why: "compiled modules are linked to one C library and do not load with the other",
				fix: used === "musl" ? "install them in an Alpine stage" : "install them in a Debian stage: python:...-slim",
			};
	}
}

function* packagesUnseen(context: RuleContext): Iterable<RuleFinding> {
	const { trace, request } = context;
	const copies = packageCopies(context);
	const searched = copies.length === 0 ? undefined : pythonSearchPath(context);
	if (searched === undefined) return;
	const { python } = stageRuntime(trace.finalStage.stage, context, request);
	const command = commandWords(context).join(" ");
	const usual = searched.find((folder) => folder.endsWith("-packages") && folder.startsWith("/usr/local"));
	for (const { step, folder, venv, builder } of copies) {
		// python-mismatch reports packages for another version.
		if (searched.includes(folder) || (builder.python !== undefined && builder.python !== python)) continue;
		if (venv !== undefined && command.includes(`${venv}/bin/`)) continue;
		yield {
			message: `Python does not search ${folder} for packages`,
			at: { file: trace.file, line: step.instruction.line },
			why: `it searches ${searched.join(", ")}`,
			fix: `add "ENV PYTHONPATH=${folder}"${usual === undefined ? "" : `, or copy them to ${usual}`}`,
		};
	}
}

function* nativeWheels(context: RuleContext): Iterable<RuleFinding> {
	const { trace, dockerfile, service, request } = context;
	if (runsOnBuildMachine(context, trace.finalStage.stage)) return;
	const reported = new Set<number>();
	for (const { step, stage } of packageCopies(context)) {
		if (reported.has(stage) || !runsOnBuildMachine(context, stage)) continue;
		const chain = stageChain(trace, stage).map(({ index }) => index);
		const installs = pipInstalls(context, service, request).filter(
			(install) => chain.includes(install.stage) && install.targets.length === 0,
		);
		const names = new Set(
			installs.flatMap((install) => [
				...install.requirements.flatMap(({ key, versions }) => nativePackageFor(key, [versions ?? []].flat()) ?? []),
				// Packages for which the index only has wheels for single platforms.
				...requirementsToLookUp(install).flatMap((requirement) => {
					const choice = pipChoice(requirement, install, undefined, request);
					return choice?.kind === "taken" && choice.as === "wheel" ? [requirement.key] : [];
				}),
			]),
		);
		const line = dockerfile.stages[chain.at(-1) ?? -1]?.line;
		if (names.size === 0 || line === undefined) continue;
		reported.add(stage);
		const listed = `${[...names].slice(0, 4).join(", ")}${names.size > 4 ? ` and ${names.size - 4} more` : ""}`;
		const them = names.size > 1 ? "them" : "it";
		yield {
			message: `${listed}: compiled for the build machine, and line ${step.instruction.line} copies ${them} into the image`,
			at: { file: dockerfile.file, line },
			why: "on $BUILDPLATFORM, pip installs wheels for the build machine; only pure Python runs everywhere",
			fix: "remove --platform=$BUILDPLATFORM from this FROM, so that the stage runs on the image's platform",
		};
	}
}

/** Compilers that by default build for their own machine, with the pattern of their output file. */
const compilers: readonly { readonly call: RegExp; readonly name: string; readonly cross: RegExp }[] = [
	{
		call: /\bgo\s+build\b[^&|;\n]{0,2000}?\s-o[= ]?\s*["']?([^\s"'&|;]+)/g,
		name: "go build",
		cross: /GOARCH|TARGET|\bxx-/,
	},
	{
		call: /\b(?:gcc|g\+\+|cc|c\+\+|clang)\b[^&|;\n]{0,2000}?\s-o\s*["']?([^\s"'&|;]+)/g,
		name: "the C compiler",
		cross: /TARGET|\bxx-|-linux-gnu|--target|CROSS/,
	},
	{
		call: /\bcargo\s+build\b[^&|;\n]{0,2000}--release/g,
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
		const text = chain
			.flatMap((index) => dockerfile.stages[index]?.instructions ?? [])
			.flatMap(({ raw, heredocs }) => [raw, ...heredocs.map(({ content }) => content)])
			.join("\n");
		const copied = copy.paths.slice(0, -1).map(toAbsolutePath);
		const runs = trace.steps.filter((one) => chain.includes(one.stage) && one.instruction.keyword === "RUN");
		for (const step of runs)
			for (const { call, name, cross } of compilers) {
				if (cross.test(text)) continue;
				const outputs = [...shellText(step).matchAll(call)].map(([, output = "target/release"]) =>
					posix.resolve(step.workdir, output),
				);
				const isCopied = (file: string) => copied.some((path) => isWithin(file, path) || isWithin(path, file));
				if (!outputs.some(isCopied)) continue;
				yield {
					message: `${name} compiles for the build machine, and line ${copy.instruction.line} copies the program into the image`,
					at: { file: dockerfile.file, line: step.instruction.line },
					why: "the stage runs on $BUILDPLATFORM, and the compiler is not given another target",
					fix:
						name === "go build"
							? "declare ARG TARGETARCH and build with GOARCH=$TARGETARCH"
							: "remove --platform=$BUILDPLATFORM from its FROM, or cross-compile for $TARGETARCH",
				};
			}
	}
}

export const copiedPackageRules: readonly LintRule[] = [
	{
		id: "native-on-build-platform",
		scope: "service",
		severity: "warning",
		title: "Compiled for the build machine, copied into the image",
		docs: "A stage on `$BUILDPLATFORM` builds for the build machine. Pure Python, JavaScript and generated text are fine. Native extensions (`grpcio`, `cryptography`, `pydantic` 2, `numpy`) and programs of a compiler without a target fail on another platform: `exec format error`, or a failed import. Run that stage on the image's platform, or cross-compile.",
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
		docs: "Compiled modules do not load in another Python or C library (Alpine's musl, Debian's glibc), and Python 3.11 does not search `lib/python3.12`. Versions are read from [image names](#requirements).",
		check: pythonMismatch,
	},
	{
		id: "packages-unseen",
		scope: "service",
		severity: "warning",
		verifiedBy: "python-packages",
		title: "Python packages in a folder that the runtime does not search",
		docs: "Packages in `/home/app/.local`, `/usr/local/lib/python3.11/site-packages` (Debian's and distroless images search `dist-packages`) or a folder of their own need `PYTHONPATH`. Otherwise the container exits with ModuleNotFoundError. Reported for Docker's Python images, Debian and distroless.",
		check: packagesUnseen,
	},
];
