import { checkEntrypoint, needsEntrypoint, type VerifiedFacts } from "../../../model/image-checks/check-config.ts";
import { type CheckResults, shortList } from "../../../model/image-checks/check-results.ts";
import type { Service } from "../../../model/service/service.ts";
import { parseStartCommand, pythonTarget } from "../../../model/service/start-command.ts";
import { unameMachine } from "../../../util/executable-format.ts";
import type { ImageBase } from "../base/match-base.ts";
import { isDistrolessBase } from "../base/match-base.ts";
import type { FileTree } from "../layers/file-tree.ts";
import type { LayerContent } from "../layers/layer-content.ts";
import { foreignBinaries, globMatcher, packageManagersIn, secretsIn, shellsIn } from "./files.ts";
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

/** What is in the image: the program that it starts, every other program, what should not be there, what should. */
export function checkContent(verdicts: CheckResults, content: ContentInput): void {
	const { service, tree, layers, platform, base } = content;
	const { verify } = service;
	checkStarted(verdicts, content);
	const allowed = globMatcher(verify.allow ?? []);
	const foreign = foreignBinaries(tree, platform)?.filter(({ path }) => !allowed(path));
	if (foreign === undefined) verdicts.skip("binaries", `nothing is known of the machine of ${platform}`);
	else
		verdicts.add("binaries", {
			name: "all programs and libraries",
			ok: foreign.length === 0,
			expected: unameMachine(platform) ?? platform,
			actual:
				foreign.length === 0
					? unameMachine(platform)
					: shortList(foreign.map(({ path, machine }) => `${path} is ${machine}`)),
		});
	for (const [id, find, name] of [
		["no-shell", shellsIn, "no shell"],
		["no-package-manager", packageManagersIn, "no package manager"],
	] as const) {
		if (!isDistrolessBase(base) && !verdicts.isSet(id))
			verdicts.skip(id, "its base is not distroless, and verify.checks does not ask for it");
		else {
			const found = find(tree).filter((path) => !allowed(path));
			verdicts.add(id, { name, ok: found.length === 0, expected: "none", actual: shortList(found) });
		}
	}
	const secrets = secretsIn(layers, tree).filter(({ path }) => !allowed(path));
	verdicts.add("secrets", {
		name: "no secret",
		ok: secrets.length === 0,
		expected: "none",
		actual: shortList(secrets.map(({ path, what }) => `${path} (${what})`)),
	});
	if (verify.files === undefined) verdicts.skip("file", "verify.files names none");
	for (const path of verify.files ?? []) {
		const found = tree.find(path);
		verdicts.add("file", {
			name: `file ${path}`,
			ok: found !== undefined,
			expected: "there",
			actual: found === undefined ? "not there" : "there",
		});
	}
}

function checkStarted(verdicts: CheckResults, content: ContentInput): void {
	const { facts, service, platform, tree, user } = content;
	const argv = [...(facts.entrypoint ?? []), ...(facts.command ?? [])];
	const [name, ...args] = argv;
	if (name === undefined) {
		if (needsEntrypoint(service)) checkEntrypoint(verdicts, facts);
		else verdicts.skip("entrypoint", "it starts nothing, and the catalog knows neither port nor health of it");
		return;
	}
	const startable = parseStartCommand(argv);
	const own = resolveProgram(tree, name, facts, user);
	// An init, or a shell, that is told to run a file: that file has to run, too.
	const isBehind = startable !== undefined && startable.program !== name && startable.program.includes("/");
	const run = isBehind && own.kind === "program" ? resolveProgram(tree, startable.program, facts, user) : own;
	const loader = run.kind === "program" ? run.loader : undefined;
	const lacksLoader = loader !== undefined && tree.find(loader)?.entry.kind !== "file";
	const why =
		run.kind === "wrong"
			? run.why
			: lacksLoader
				? `/${run.path} needs ${loader}, which is not in the image: it was linked for another libc or machine`
				: undefined;
	verdicts.add("entrypoint", {
		ok: why === undefined,
		expected: "in the image, executable",
		actual: why ?? argv.join(" ").slice(0, 200),
	});
	if (run.kind === "wrong") {
		verdicts.skip("entrypoint-machine", "there is no program to look at");
		return;
	}
	const machine = unameMachine(platform);
	if (machine === undefined || run.machine === undefined)
		verdicts.skip(
			"entrypoint-machine",
			machine === undefined ? `nothing is known of the machine of ${platform}` : `/${run.path} is no ELF file`,
		);
	else
		verdicts.add("entrypoint-machine", {
			name: "entrypoint's machine",
			ok: run.machine === machine,
			expected: machine,
			actual: `${run.machine} (/${run.path})`,
		});
	const python = findPython(tree, run, facts, user);
	if (python !== undefined) checkPython(verdicts, content, python, run.script || isBehind ? [] : args);
	if (startable?.script === undefined || (python !== undefined && !run.script && !isBehind)) return;
	const fault = scriptProblem(tree, startable, facts);
	verdicts.add("entrypoint-module", {
		name: "entrypoint's script",
		ok: fault === undefined,
		expected: `${startable.script} in the image`,
		actual: fault ?? startable.script,
	});
}

function checkPython(
	verdicts: CheckResults,
	{ facts, tree }: ContentInput,
	python: Python,
	args: readonly string[],
): void {
	const task = pythonTarget(args);
	const cwd = facts.workingDir ?? "/";
	if (task !== undefined) {
		const there =
			task.kind === "file"
				? scriptProblem(tree, { program: python.command, script: task.name, isShell: false }, facts) === undefined
				: hasModule(tree, python, task.name, cwd);
		if (!there && task.kind === "module" && hasPathFiles(tree, python))
			verdicts.skip("entrypoint-module", `${task.name} is not seen, but a .pth file may lead Python to it`);
		else
			verdicts.add("entrypoint-module", {
				name: "entrypoint's module",
				ok: there,
				expected: `${task.name} in the image`,
				actual: there
					? task.name
					: task.kind === "file"
						? "no such file"
						: `in none of ${shortList([cwd, ...python.path.filter((folder) => tree.find(folder) !== undefined)], 6)}`,
			});
	}
	const unseen = unreachablePackages(tree, python);
	verdicts.add("python-packages", {
		name: "Python packages",
		ok: unseen.length === 0,
		expected: `all where ${python.command} looks`,
		actual: unseen.length === 0 ? "all are" : `${shortList(unseen)}: not where it looks`,
	});
}
