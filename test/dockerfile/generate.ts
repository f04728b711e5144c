import { defined } from "../../src/util/defined.ts";
import { file, link, type Node, type Project } from "./project.ts";
import { type Random, random } from "./random.ts";

/**
 * Typical and hostile projects. Of 100: 50 have one stage, 30 a builder and a final stage, 20 also a base and an unused
 * stage; 60 an ignore file; 25 odd names; 25 links; 10 a RUN with mounts or a heredoc; 12 a named context; some
 * ONBUILD, global ARGs, files of registry images. Most COPYs have their own destination; 1 in 30 goes to the root,
 * where it may overwrite another file, and 1 in 30 final stages takes only a part of its builder's output.
 */
export interface Generated extends Project {
	readonly seed: number;
	/** Paths of the context's files, within it. */
	readonly paths: readonly string[];
	readonly folders: readonly string[];
}

const folders = ["", "src", "src/lib", "src/lib/util", "app", "tests", "docs", "config", "assets/img"];
const oddFolders = [".hid", "a-b", "Sub", "x.d", "a b"];
const names = [
	"main.py",
	"util.py",
	"README.md",
	"run.sh",
	"package.json",
	"conf.yml",
	"x.txt",
	"app.log",
	"test_a.py",
];
const oddNames = [".env", "a{1}.txt", "p+q.md", "[z].txt", "o'k", "$x", "a,b", "#c", "!d"];

/** `attempt`: another project for the same number, if the first cannot be built. */
export function generate(seed: number, shell: string, attempt = 0): Generated {
	const r = random(seed * 16 + attempt);
	const context = r.weighted([
		[3, "."],
		[4, "app"],
		[3, "services/api"],
	]);
	const inside = context === "." ? "" : `${context}/`;
	const tree = makeTree(r, seed);
	const paths = Object.keys(tree).filter((name) => tree[name]?.kind !== "dir");
	const known = [...new Set(paths.flatMap(parents))];
	const files: Record<string, Node> = Object.fromEntries(
		Object.entries(tree).map(([name, node]) => [inside + name, node]),
	);
	const dockerfile = r.weighted([
		[6, `${inside}Dockerfile`],
		[2, `${inside}docker/api.Dockerfile`],
		[2, "build/Dockerfile"],
	]);
	if (r.chance(0.6)) {
		const beside = r.chance(0.2);
		files[beside ? `${dockerfile}.dockerignore` : `${inside}.dockerignore`] = file(ignoreText(r));
		if (beside && r.chance(0.5)) files[`${inside}.dockerignore`] = file("*\n");
	}
	const named = r.chance(0.12) ? r.pick(["shared", "vendor", "lib.x"]) : undefined;
	if (named !== undefined) {
		files["common/one.txt"] = file("one, shared");
		files["common/sub/two.txt"] = file("two, shared");
		if (r.chance(0.4)) files["common/.dockerignore"] = file("sub\n");
	}
	const stages = new Stages(r, paths, known, { named, shell });
	files[dockerfile] = file(stages.text());
	return {
		seed,
		files,
		paths,
		folders: known,
		service: {
			context,
			dockerfile,
			...defined({ target: stages.target }),
			...(Object.keys(stages.args).length > 0 && { args: stages.args }),
			...(named !== undefined && { contexts: { [named]: "common" } }),
		},
	};
}

function makeTree(r: Random, seed: number): Record<string, Node> {
	const odd = r.chance(0.25);
	const tree: Record<string, Node> = {};
	const free = (name: string) =>
		!Object.keys(tree).some((one) => one === name || one.startsWith(`${name}/`) || name.startsWith(`${one}/`));
	for (let i = 6 + r.below(10); i > 0; i--) {
		const folder = odd && r.chance(0.3) ? r.pick(oddFolders) : r.pick(folders);
		// Few duplicate names: in a COPY of several folders, one of two equal names wins.
		const usual = r.chance(0.25) ? r.pick(names) : r.pick(names).replace(/^(?=\w+\.)/, `m${r.below(60)}_`);
		const name = odd && r.chance(0.3) ? r.pick(oddNames) : usual;
		const path = folder === "" ? name : `${folder}/${name}`;
		if (free(path)) tree[path] = file(`${path} of ${seed}\n`, name.endsWith(".sh") || r.chance(0.1));
	}
	if (r.chance(0.1) && free("empty")) tree.empty = { kind: "dir" };
	if (r.chance(0.25))
		for (let i = 1 + r.below(2); i > 0; i--) {
			const folder = r.pick(["", "src/", "app/"]);
			const goal = r.pick([...Object.keys(tree), "src", "app", "gone"]);
			const up = r.chance(0.1) ? "/" : folder === "" ? "" : "../";
			if (free(`${folder}ln${i}`)) tree[`${folder}ln${i}`] = link(up + goal);
		}
	return tree;
}

const ignoreLines = [
	"*.log",
	"**/*.log",
	"**/*.md",
	"tests",
	"tests/",
	"**/test_*.py",
	"docs/**",
	"/assets",
	".env",
	"**/.env",
	"README.md",
	"!src/lib",
	"!**/main.py",
	"!README.md",
	"src/lib/*",
	"app/*.py",
	"# a comment",
	" config ",
	"**/x.txt",
	"[a-c]*",
	"?rc/util.py",
	"Dockerfile*",
	".dockerignore",
	"gone",
	"a{1}.txt",
	"p+q.md",
];

export const ignoreLine = (r: Random): string => r.pick(ignoreLines);

function ignoreText(r: Random): string {
	const lines = Array.from({ length: 1 + r.below(4) }, () => ignoreLine(r));
	// Ignore everything except what is needed.
	if (r.chance(0.1)) lines.unshift("*", "!src", "!app", "!*.json");
	return `${lines.join("\n")}\n`;
}

/** Writes a Dockerfile. */
class Stages {
	readonly args: Record<string, string> = {};
	readonly target: string | undefined;
	private readonly r: Random;
	private readonly paths: readonly string[];
	private readonly folders: readonly string[];
	readonly named: string | undefined;
	readonly shell: string;
	private readonly stages: string[][] = [];
	private readonly globals: string[] = [];
	private place = 0;

	constructor(r: Random, paths: readonly string[], known: readonly string[], image: Pick<Stages, "named" | "shell">) {
		const { named, shell } = image;
		this.r = r;
		this.paths = paths;
		this.folders = known.length > 0 ? known : ["."];
		this.named = named;
		this.shell = shell;
		const shape = r.weighted([
			[50, "one"],
			[30, "two"],
			[20, "many"],
		] as const);
		if (shape === "many") {
			const trigger = r.chance(0.15) ? [`ONBUILD COPY ${r.pick(["src", ".", "*.py", "src/*"])} /triggered/`] : [];
			this.stages.push(["FROM scratch AS base", ...this.copies(1), ...trigger]);
			this.stages.push(["FROM scratch AS unused", "COPY . /unused/", "ENV NOT=used"]);
		}
		if (shape !== "one") {
			if (r.chance(0.3)) this.stages.push([`FROM ${shell} AS Builder`, ...this.runs()]);
			else this.stages.push(["FROM scratch AS Builder", ...this.copies(1 + r.below(2))]);
		}
		const builder = this.stages.length - 1;
		const base = shape === "many" && r.chance(0.7) ? "base" : "scratch";
		if (r.chance(0.1)) this.globals.push(`ARG BASE=${base}`);
		const from = this.globals.length > 0 ? r.pick(["$BASE", `\${BASE:-${base}}`]) : base;
		const final = [`FROM ${from}${r.chance(0.4) ? " AS final" : ""}`, ...this.settings()];
		if (shape !== "one") {
			const name = r.pick(["builder", "Builder", String(builder)]);
			const runs = this.stages[builder]?.[0]?.includes(shell) === true;
			// A part of the builder's output that certainly exists.
			const first = /^(?:COPY|ADD) .* (\/\d+\/)$/m.exec(this.stages[builder]?.join("\n") ?? "")?.[1] ?? "/";
			final.push(`COPY --from=${name} ${runs ? "/out" : r.chance(0.03) ? first : "/"} /built/`);
		}
		if (shape === "one" || r.chance(0.5)) final.push(...this.copies(1 + r.below(3)));
		final.push(...this.settings());
		this.stages.push(final);
		if (final[0]?.endsWith("AS final") && r.chance(0.3)) {
			this.target = "final";
			this.stages.push(["FROM final AS dev", "COPY . /dev/"]);
		}
	}

	text(): string {
		const head = this.r.chance(0.1) ? "# escape=\\\n" : "";
		const globals = this.globals.map((line) => `${line}\n`).join("");
		return `${head}# An image.\n${globals}${this.stages.map((lines) => lines.join("\n")).join("\n\n")}\n`;
	}

	private settings(): string[] {
		const { r } = this;
		return Array.from({ length: r.below(3) }, () =>
			r.pick([
				() => `ENV MODE=${r.pick(["a", "b"])} LEVEL="${r.below(3)} of 3"`,
				() => "LABEL kind=test",
				() => `USER ${r.pick(["1000", "0:0"])}`,
				() => "EXPOSE 8080",
				() => 'CMD ["/run.sh"]',
				() => "ENTRYPOINT /run.sh",
				() => "WORKDIR /work",
				() => 'HEALTHCHECK --interval=5s CMD ["/check"]',
				() => {
					this.args.EDITION = "small";
					return "ARG EDITION=none\nENV EDITION=$EDITION";
				},
				() => {
					// Visible only in FROM lines, unless it is declared again.
					this.globals.push(`ARG GLOBAL_${this.globals.length}=1`);
					const name = `GLOBAL_${this.globals.length - 1}`;
					return r.chance(0.7) ? `ARG ${name}\nENV SEEN=$${name}` : `ENV NOT_SEEN=\${${name}:-no}`;
				},
			])(),
		);
	}

	private copies(count: number): string[] {
		return Array.from({ length: count }, () => this.copy());
	}

	private copy(): string {
		const { r } = this;
		const place = r.chance(1 / 30) ? "/" : `/${this.place++}/`;
		const flags = r.chance(0.12) ? [`--exclude=${r.pick(["*.md", "**/*.py", "lib", "*.txt", "!main.py"])}`] : [];
		const chmod = r.chance(0.05) ? ["--chmod=0750"] : [];
		const link = r.chance(0.05) ? ["--link"] : [];
		const all = [...flags, ...chmod, ...link].join(" ");
		const before = all === "" ? "" : `${all} `;
		const source = this.source();
		const spaced = /[\s"]/.test(source);
		return r.weighted([
			[60, () => (spaced ? `COPY ${before}${JSON.stringify([source, place])}` : `COPY ${before}${source} ${place}`)],
			[8, () => `COPY ${before}${JSON.stringify([source, place])}`],
			[6, () => (spaced ? "COPY . /all/" : `ADD ${before}${source} ${place}`)],
			[
				6,
				() =>
					spaced ? "COPY . /all/" : `COPY ${before}\\\n  # these\n  ${source} ${r.pick(this.folders)} \\\n  ${place}`,
			],
			[6, () => `COPY <<EOF ${place}here.conf\nmode=${r.below(3)}\n# not a comment\nEOF`],
			[6, () => this.variable(source, place, before, spaced)],
			[3, () => `COPY --from=${this.shell} /etc/debian_version ${place}`],
			[
				8,
				() =>
					this.named === undefined
						? `COPY ${before}src* ${place}`
						: `COPY --from=${this.named} ${r.pick(["/", "one.txt", "*.txt"])} ${place}`,
			],
		])();
	}

	private variable(source: string, place: string, before: string, spaced: boolean): string {
		const { r } = this;
		if (spaced || /['$\\[\]]/.test(source)) return `COPY . ${place}`;
		const name = `FROM_${this.place}`;
		if (r.chance(0.3)) this.args[name] = source;
		const value = this.args[name] === undefined ? source : "gone";
		return `ARG ${name}=${value}\nCOPY ${before}${r.pick([`$${name}`, `\${${name}}`, `\${${name}:-x}`])} ${place}`;
	}

	private source(): string {
		const { r } = this;
		const chosen = r.weighted([
			[
				25,
				() =>
					r
						.pick(this.paths)
						.replace(/[[\]*?\\]/g, "\\$&")
						.replace(/['$]/g, "\\$&"),
			],
			[30, () => r.pick(this.folders)],
			[10, () => `${r.pick(this.folders)}/`],
			[15, () => "."],
			[4, () => r.pick(["./", "/", "../src", "src/../app", "/src"])],
			[16, () => r.pick(["*.json", "*.py", "src/*", "*/*.py", "[a-c]*", "s?c", "no*such", "[^x]*", "*", "src/*/*.py"])],
		])();
		return chosen === "" ? "." : chosen;
	}

	/** A builder with a shell. Its output depends on all inputs: names, modes, links and content. */
	private runs(): string[] {
		const { r } = this;
		const list = (where: string) =>
			`{ find ${where} -mindepth 1 -printf '%p %m %l\\n' | sort; find ${where} -type f | sort | xargs -d '\\n' -r sha256sum; }`;
		return r.pick([
			() => ["WORKDIR /w", this.copy(), `RUN mkdir /out && ${list("/[0-9]* /all")} >/out/all 2>/dev/null`],
			() => [
				`RUN --mount=target=/m${r.chance(0.5) ? `,source=${r.pick(this.folders)}` : ""} mkdir /out && ${list("/m")} >/out/all`,
			],
			() => [
				`RUN <<EOF\nmkdir /out\necho ${r.below(5)} >/out/number\nEOF`,
				this.copy(),
				"RUN cp -a /[0-9]* /out/ || true",
			],
			() =>
				this.stages.length === 0
					? ["RUN mkdir /out"]
					: ["RUN --mount=from=base,target=/m mkdir /out && cp -r /m/. /out/"],
			() => {
				this.args.EDITION = "small";
				return ["ARG EDITION", "RUN mkdir /out && echo $EDITION >/out/edition"];
			},
		])();
	}
}

const parents = (name: string) => name.split("/").flatMap((_, i, all) => (i === 0 ? [] : [all.slice(0, i).join("/")]));
