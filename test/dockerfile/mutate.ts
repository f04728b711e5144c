import { type Generated, ignoreLine } from "./generate.ts";
import { file, link, type Node, type Project } from "./project.ts";
import type { Random } from "./random.ts";

export interface Mutation {
	/** Description for a failure message. */
	readonly what: string;
	/** `settings`: the Dockerfile or the catalog; only these can change just the image's config. */
	readonly kind: "files" | "settings";
	readonly project: Project;
}

/** One typical change to a project: half to files, a seventh to the ignore file, the rest to Dockerfile and catalog. */
export function mutate(r: Random, project: Generated): Mutation {
	for (;;) {
		const change = r.weighted<(r: Random, project: Generated) => Mutation | undefined>([
			[52, changeFiles],
			[13, changeIgnore],
			[25, changeDockerfile],
			[10, changeService],
		]);
		const made = change(r, project);
		if (made !== undefined) return made;
	}
}

const withFiles = (project: Project, what: string, files: Readonly<Record<string, Node | undefined>>): Mutation => {
	const all = Object.entries({ ...project.files, ...files }).filter(
		(pair): pair is [string, Node] => pair[1] !== undefined,
	);
	return { what, kind: "files", project: { ...project, files: Object.fromEntries(all) } };
};

/** Files inside or outside the context, without Dockerfile and ignore file. */
function changeFiles(r: Random, project: Generated): Mutation | undefined {
	const { files, service } = project;
	const names = Object.keys(files).filter((name) => name !== service.dockerfile && !name.endsWith("dockerignore"));
	const name = r.pick(names);
	const node = files[name];
	const folder = name.replace(/[^/]*$/, "");
	if (node === undefined) return undefined;
	if (node.kind === "dir") return withFiles(project, `a file in ${name}`, { [`${name}/new.txt`]: file("new\n") });
	const content = () =>
		node.kind === "link"
			? withFiles(project, `${name} points elsewhere`, { [name]: link(`${node.target}x`) })
			: withFiles(project, `${name} has other content`, { [name]: { ...node, text: `${node.text}more\n` } });
	return r.weighted<() => Mutation | undefined>([
		[20, content],
		[
			5,
			() =>
				node.kind === "file"
					? withFiles(project, `${name}: executable bit`, { [name]: { ...node, executable: !node.executable } })
					: undefined,
		],
		[5, () => withFiles(project, `${name} renamed`, { [name]: undefined, [`${folder}renamed.py`]: node })],
		[8, () => withFiles(project, `${folder}new.py added`, { [`${folder}new.py`]: file("new\n") })],
		[2, () => withFiles(project, `${folder}extra/new.py added`, { [`${folder}extra/new.py`]: file("new\n") })],
		[1, () => withFiles(project, `${folder}hollow/ added`, { [`${folder}hollow`]: { kind: "dir" } })],
		[5, () => withFiles(project, `${name} deleted`, { [name]: undefined })],
		[2, () => withFiles(project, `${folder}ln9 added`, { [`${folder}ln9`]: link("main.py") })],
		[1, () => withFiles(project, `${name} is a link now`, { [name]: link("x.txt") })],
		[1, () => withFiles(project, `${name} is a folder now`, { [name]: undefined, [`${name}/in.txt`]: file("in\n") })],
		[2, () => withFiles(project, "nothing", {})],
	])();
}

function changeIgnore(r: Random, project: Generated): Mutation | undefined {
	const { files, service } = project;
	const inside = service.context === "." ? "" : `${service.context}/`;
	const found = Object.keys(files).filter((name) => name.endsWith("dockerignore"));
	const name = found.length === 0 ? `${inside}.dockerignore` : r.pick(found);
	const node = files[name];
	const lines = node?.kind === "file" ? node.text.split("\n").slice(0, -1) : [];
	const at = r.below(lines.length + 1);
	const write = (what: string, all: readonly string[]) =>
		withFiles(project, `${name}: ${what}`, { [name]: file(all.map((line) => `${line}\n`).join("")) });
	const line = ignoreLine(r);
	const old = lines[at];
	return r.weighted<() => Mutation | undefined>([
		[50, () => write(`"${line}" added`, lines.toSpliced(at, 0, line))],
		[20, () => (old === undefined ? undefined : write(`"${old}" deleted`, lines.toSpliced(at, 1)))],
		[10, () => (old === undefined ? undefined : write(`"${old}" is now "${line}"`, lines.toSpliced(at, 1, line)))],
		[10, () => write("a comment", lines.toSpliced(at, 0, "# why"))],
		[10, () => (node === undefined ? undefined : withFiles(project, `${name} deleted`, { [name]: undefined }))],
	])();
}

const usualFlags = ["--chmod=0600", "--chown=5:5", "--exclude=*.py"];

function changeDockerfile(r: Random, project: Generated): Mutation | undefined {
	const { files, service, paths, folders } = project;
	const node = files[service.dockerfile];
	if (node?.kind !== "file") return undefined;
	const lines = node.text.split("\n").slice(0, -1);
	const write = (what: string, all: readonly string[]): Mutation => ({
		...withFiles(project, `Dockerfile: ${what}`, { [service.dockerfile]: file(`${all.join("\n")}\n`) }),
		kind: "settings",
	});
	const edit = (pick: RegExp, what: string, change: (line: string) => string) => {
		const found = lines.flatMap((line, i) => (pick.test(line) ? [i] : []));
		if (found.length === 0) return undefined;
		const at = r.pick(found);
		const line = lines[at] ?? "";
		const changed = change(line);
		return changed === line ? undefined : write(`${what}: ${line} -> ${changed}`, lines.toSpliced(at, 1, changed));
	};
	const plainCopy = /^(?:COPY|ADD) (?!<|\[|.*(?:--from|\\$))/;
	// A place between instructions: before a single-line instruction of a stage.
	const gaps = lines.flatMap((line, i) => (/^(?:FROM|ENV|LABEL|USER|EXPOSE|CMD|WORKDIR)\b/.test(line) ? [i + 1] : []));
	const insert = (what: string, first = 0) => {
		const at = r.pick(gaps.filter((gap) => gap > first));
		return write(`${what} added`, lines.toSpliced(at, 0, what));
	};
	return r.weighted<() => Mutation | undefined>([
		[
			14,
			() =>
				edit(plainCopy, "source", (line) =>
					line.replace(
						/ \S+ (\/\d*\/?)$/,
						` ${r.pick([...folders, ...paths].filter((one) => /^[\w./-]+$/.test(one)))} $1`,
					),
				),
		],
		[8, () => edit(plainCopy, "destination", (line) => line.replace(/ (\S+)$/, " $1more/"))],
		[
			8,
			() =>
				edit(plainCopy, "flag", (line) =>
					line.replace(/^(\w+) /, `$1 ${r.pick([...usualFlags, ...usualFlags, ...usualFlags, "--link"])} `),
				),
		],
		[6, () => edit(/^(?:COPY|ENV|LABEL|USER|EXPOSE|CMD) /, "deleted", () => "")],
		[6, () => edit(/^(?:ENV|LABEL) /, "value", (line) => `${line}2`)],
		[4, () => edit(/^mode=/, "heredoc", (line) => `${line}0`)],
		[
			4,
			() =>
				edit(/^echo |^RUN /, "command", (line) =>
					line.startsWith("RUN <<")
						? line
						: line.startsWith("RUN")
							? `${line} && echo 1 >/out/more`
							: line.replace("echo", "echo 1"),
				),
		],
		[3, () => edit(/^ARG \w+=/, "default", (line) => `${line}x`)],
		[4, () => edit(/^(?:COPY|ENV|USER) /, "lower case", (line) => line.replace(/^\w+/, (word) => word.toLowerCase()))],
		[3, () => edit(/^(?:COPY|ENV) (?!.*<<)/, "spaces", (line) => line.replace(" ", "   "))],
		[8, () => insert(r.pick(["# why", "# syntax is not here", ""]))],
		[
			8,
			() =>
				insert(
					r.pick(["LABEL more=x", "ENV MORE=x", "USER 7", "EXPOSE 9", 'CMD ["x"]', "WORKDIR /x", "STOPSIGNAL SIGINT"]),
				),
		],
		[
			4,
			() =>
				insert(
					"COPY . /added/",
					lines.findLastIndex((line) => line.startsWith("FROM") && !line.startsWith("FROM final")),
				),
		],
		[4, () => edit(/AS unused$/, "an unused stage", (line) => `${line}\nCOPY src /more/`)],
		[
			3,
			() =>
				write(
					"a stage put in front",
					lines.toSpliced(
						lines.findIndex((line) => line.startsWith("FROM")),
						0,
						"FROM scratch AS first",
						"COPY . /first/",
					),
				),
		],
		[
			3,
			() =>
				write(
					"a stage renamed",
					lines.map((line) => line.replace(/(AS |--from=)Builder\b|(--from=)builder\b/, "$1$2maker")),
				),
		],
		[
			3,
			() =>
				edit(/--from=/, "from", (line) => line.replace(/--from=\w+/, `--from=${r.pick(["0", "1", "base", "unused"])}`)),
		],
		[3, () => edit(/^FROM base/, "base", (line) => line.replace("base", "scratch"))],
	])();
}

function changeService(r: Random, project: Generated): Mutation | undefined {
	const { service, files } = project;
	const write = (what: string, more: Partial<Project["service"]>): Mutation => ({
		what: `catalog: ${what}`,
		kind: "settings",
		project: { ...project, files, service: { ...service, ...more } },
	});
	const args = Object.entries(service.args ?? {});
	return r.weighted<() => Mutation | undefined>([
		[
			40,
			() => {
				if (args.length === 0) return undefined;
				const [name, value] = r.pick(args);
				return write(`${name} has another value`, {
					args: { ...service.args, [name]: r.pick([`${value}2`, "src", "app"]) },
				});
			},
		],
		[30, () => write("an arg that is not declared", { args: { ...service.args, UNDECLARED: "x" } })],
		[10, () => (args.length === 0 ? undefined : write("no args", { args: {} }))],
		[
			20,
			() => {
				const { target, ...rest } = service;
				const text = files[service.dockerfile];
				if (target !== undefined)
					return { what: "catalog: no target", kind: "settings", project: { ...project, service: rest } };
				const named =
					text?.kind === "file" ? [...text.text.matchAll(/ AS (\w+)$/gm)].map(([, name]) => name ?? "") : [];
				return named.length === 0 ? undefined : write("a target", { target: r.pick(named) });
			},
		],
	])();
}
