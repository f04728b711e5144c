import type { Case } from "./differential.ts";

/** A small generator with a seed (mulberry32), so that a case can be told by its number. */
function random(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** A build context with odd names, links and an ignore file, and a Dockerfile that copies some of it in every way there is. */
export function generate(seed: number): Case {
	const next = random(seed);
	const below = (n: number) => Math.floor(next() * n);
	const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
	const chance = (share: number) => next() < share;

	const folders = ["", "a", "a/b", "a/b/c", "b", "lib", "lib/x.d", ".hid", "a-b", "Sub"];
	const names = ["f.txt", "g.md", "h.log", "main.py", "x", ".env", "a{1}.txt", "p+q.md", "[z].txt", "m_test.py"];
	const files: Record<string, string> = {};
	const count = 5 + below(10);
	for (let i = 0; i < count; i++) {
		const folder = pick(folders);
		const name = (folder === "" ? "" : `${folder}/`) + pick(names);
		if (!taken(files, name)) files[name] = `${chance(0.15) ? "#!" : ""}text of ${name} (${seed})`;
	}
	if (chance(0.3)) files["empty/"] = "";
	const known = Object.keys(files);
	for (let i = below(3); i > 0; i--) {
		const folder = pick(["", "a/", "lib/"]);
		const name = `${folder}ln${i}`;
		const goal = pick([...known, "a", "lib", "gone"]).replace(/\/$/, "");
		const up = folder === "" ? "" : "../";
		if (!taken(files, name)) files[name] = `-> ${chance(0.15) ? "/" : up}${goal}`;
	}

	const paths = Object.keys(files).map((name) => name.replace(/\/$/, ""));
	const dirs = [...new Set(paths.flatMap((name) => parents(name)))];
	const ignored = [
		"*.log",
		"**/*.md",
		"a/b",
		"a/**",
		"!a/b/c",
		"!a/b/*.txt",
		".hid",
		"**/.env",
		"lib/*",
		"!lib/x.d",
		"# no",
		" b ",
		"/Sub/",
		"*",
		"!a",
		"!**/*.py",
		"**/x",
		"!b/f.txt",
		"a?b",
		"[a-l]*/g.md",
		"**b",
		"p+q.md",
		"a{1}.txt",
	];
	const ignore = chance(0.6) ? `${Array.from({ length: 1 + below(4) }, () => pick(ignored)).join("\n")}\n` : undefined;

	const lines: string[] = [];
	const steps = 1 + below(3);
	for (let i = 0; i < steps; i++) {
		const flags: string[] = [];
		const keyword = chance(0.2) ? "ADD" : "COPY";
		const source = pick([
			() => escaped(pick(paths)),
			() => pick(dirs.length > 0 ? dirs : ["."]),
			() => `${pick(dirs.length > 0 ? dirs : ["."])}/`,
			() => pick([".", "/", "./", "a/../a", "../a", "/a"]),
			() =>
				pick(["*", "*.txt", "a*", "*/f.txt", "a/*", "*/*.py", "l?b", "[a-c]*", "a/*/c", "no*such", "**/*.py", "[^x]*"]),
		])();
		for (let e = chance(0.3) ? 1 + below(2) : 0; e > 0; e--)
			flags.push(`--exclude=${pick(["*.md", "**/*.py", "b", "*.txt", "x.d/**", "!f.txt", "*"])}`);
		if (chance(0.2)) {
			lines.push(`ARG P${i}=${/["\s[\]\\]/.test(source) ? "." : source}`);
			lines.push(`${keyword} ${[...flags, chance(0.5) ? `$P${i}` : `\${P${i}:-gone}`].join(" ")} /${i}/`);
		} else if (chance(0.25)) lines.push(`${keyword} ${[...flags, JSON.stringify([source, `/${i}/`])].join(" ")}`);
		else lines.push(`${keyword} ${[...flags, source].join(" ")} \\\n  # a comment\n  /${i}/`);
	}
	const stages = chance(0.3)
		? ["FROM scratch AS unused", "COPY . /", "FROM scratch AS Made", ...lines, "FROM scratch", "COPY --from=made / /"]
		: ["FROM scratch", ...lines];
	return {
		name: `generated ${seed}`,
		files,
		dockerfile: `${stages.join("\n")}\n`,
		...(ignore !== undefined && { ignore }),
	};
}

const parents = (name: string) => name.split("/").flatMap((_, i, all) => (i === 0 ? [] : [all.slice(0, i).join("/")]));

/** Whether a path is there, is a folder, or would lie below a file. */
function taken(files: Readonly<Record<string, string>>, name: string): boolean {
	return Object.keys(files).some(
		(other) => other === name || other.startsWith(`${name}/`) || name.startsWith(`${other}/`),
	);
}

/** Wildcards of a name made plain. */
const escaped = (name: string) => name.replace(/[[\]*?\\]/g, "\\\\$&");
