import { checkEntrypoint, needsEntrypoint, type VerifiedFacts } from "../../../model/image-checks/check-config.ts";
import { type CheckResults, shortList } from "../../../model/image-checks/check-results.ts";
import type { Service } from "../../../model/service/service.ts";
import { parseStartCommand, pythonTarget } from "../../../model/service/start-command.ts";
import { unameMachine } from "../../../util/executable-format.ts";
import type { FileTree } from "../layers/file-tree.ts";
import type { LayerContent } from "../layers/layer-content.ts";
import { type ImageBase, isDistrolessBase } from "./base.ts";
import { expectNone, foreignBinaries, globMatcher, packageManagersIn, secretsIn, shellsIn } from "./files.ts";
import { findPython, hasModule, hasPathFiles, type Python, unreachablePackages } from "./python.ts";
import { resolveProgram, scriptProblem, type User } from "./started-program.ts";

export interface ContentInput {
	readonly facts: VerifiedFacts;
	readonly service: Service;
	readonly platform: string;
	readonly base: ImageBase;
	readonly layers: readonly LayerContent[];
	readonly tree: FileTree;
	readonly user: User;
}

/** The image's files: the program that it starts, all other programs, forbidden files, declared files. */
export function checkContent(results: CheckResults, content: ContentInput): void {
	const { service, tree, layers, platform, base } = content;
	const { verify } = service;
	checkStartedProgram(results, content);
	const isAllowed = globMatcher(verify.allow ?? []);
	const machine = unameMachine(platform);
	const foreign = foreignBinaries(tree, platform)?.filter(({ path }) => !isAllowed(path));
	if (foreign === undefined) results.skip("binaries", `unknown machine for ${platform}`);
	else
		results.add("binaries", {
			name: "all programs and libraries",
			ok: foreign.length === 0,
			expected: machine ?? platform,
			actual: foreign.length === 0 ? machine : shortList(foreign.map((file) => `${file.path} is ${file.machine}`)),
		});
	for (const [id, find, name] of [
		["no-shell", shellsIn, "no shell"],
		["no-package-manager", packageManagersIn, "no package manager"],
	] as const) {
		if (isDistrolessBase(base) || results.isSet(id))
			expectNone(
				results,
				id,
				find(tree).filter((path) => !isAllowed(path)),
				name,
			);
		else results.skip(id, "its base is not distroless, and verify.checks does not set this check");
	}
	const secrets = secretsIn(layers, tree).filter(({ path }) => !isAllowed(path));
	const secretTexts = secrets.map(({ path, what }) => `${path} (${what})`);
	expectNone(results, "secrets", secretTexts, "no secret");
	if (verify.files === undefined) results.skip("file", "verify.files is not set");
	for (const path of verify.files ?? []) {
		const ok = tree.find(path) !== undefined;
		results.add("file", { name: `file ${path}`, ok, expected: "there", actual: ok ? "there" : "not there" });
	}
}

function checkStartedProgram(results: CheckResults, content: ContentInput): void {
	const { facts, service, platform, tree, user } = content;
	const argv = [...(facts.entrypoint ?? []), ...(facts.command ?? [])];
	const [name, ...args] = argv;
	if (name === undefined) {
		if (needsEntrypoint(service)) checkEntrypoint(results, facts);
		else results.skip("entrypoint", "it starts nothing, and the catalog has neither port nor health check for it");
		return;
	}
	const context = { tree, facts, user };
	const started = parseStartCommand(argv);
	const outer = resolveProgram(name, context);
	// An init or a shell that runs a file: that file must be executable too.
	const isIndirect = started !== undefined && started.program !== name && started.program.includes("/");
	const program = isIndirect && outer.kind === "program" ? resolveProgram(started.program, context) : outer;
	const problem = program.kind === "wrong" ? program.why : missingLoader(program, tree);
	results.add("entrypoint", {
		ok: problem === undefined,
		expected: "in the image, executable",
		actual: problem ?? argv.join(" ").slice(0, 200),
	});
	if (program.kind === "wrong") {
		results.skip("entrypoint-machine", "there is no program to check");
		return;
	}
	const machine = unameMachine(platform);
	if (machine === undefined) results.skip("entrypoint-machine", `unknown machine for ${platform}`);
	else if (program.machine === undefined) results.skip("entrypoint-machine", `/${program.path} is not an ELF file`);
	else
		results.add("entrypoint-machine", {
			name: "entrypoint's machine",
			ok: program.machine === machine,
			expected: machine,
			actual: `${program.machine} (/${program.path})`,
		});
	const python = findPython(program, context);
	if (python !== undefined) checkPython(results, content, python, program.script || isIndirect ? [] : args);
	if (started?.script === undefined || (python !== undefined && !program.script && !isIndirect)) return;
	const scriptError = scriptProblem(tree, started, facts);
	results.add("entrypoint-module", {
		name: "entrypoint's script",
		ok: scriptError === undefined,
		expected: `${started.script} in the image`,
		actual: scriptError ?? started.script,
	});
}

function missingLoader(
	{ path, loader }: { readonly path: string; readonly loader?: string },
	tree: FileTree,
): string | undefined {
	if (loader === undefined || tree.find(loader)?.entry.kind === "file") return undefined;
	return `/${path} needs ${loader}, which is not in the image: it was linked for another libc or machine`;
}

function checkPython(
	results: CheckResults,
	{ facts, tree }: ContentInput,
	python: Python,
	args: readonly string[],
): void {
	const target = pythonTarget(args);
	const cwd = facts.workingDir ?? "/";
	if (target?.kind === "file") {
		const script = { program: python.command, script: target.name, isShell: false };
		const ok = scriptProblem(tree, script, facts) === undefined;
		addModule(results, target.name, ok ? undefined : "no such file");
	} else if (target !== undefined) {
		const ok = hasModule(tree, python, target.name, cwd);
		const folders = [cwd, ...python.path.filter((folder) => tree.find(folder) !== undefined)];
		if (!ok && hasPathFiles(tree, python))
			results.skip("entrypoint-module", `${target.name} was not found, but a .pth file may lead Python to it`);
		else addModule(results, target.name, ok ? undefined : `in none of ${shortList(folders, 6)}`);
	}
	const unreachable = unreachablePackages(tree, python);
	results.add("python-packages", {
		name: "Python packages",
		ok: unreachable.length === 0,
		expected: `all where ${python.command} looks`,
		actual: unreachable.length === 0 ? "all are" : `${shortList(unreachable)}: not where it looks`,
	});
}

function addModule(results: CheckResults, name: string, problem: string | undefined): void {
	results.add("entrypoint-module", {
		name: "entrypoint's module",
		ok: problem === undefined,
		expected: `${name} in the image`,
		actual: problem ?? name,
	});
}
