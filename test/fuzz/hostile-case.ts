// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import { generate } from "../dockerfile/generate.ts";
import { type Random, random } from "../dockerfile/random.ts";

/** What a case is mostly about: a parser, or files as large as they may be. */
export type Target = "dockerfile" | "ignore" | "large";

/** A repository of one service: Dockerfile, ignore file, requirements and files with long or odd names. */
export type HostileCase = Readonly<Record<string, string>>;

/** A case by its number: from a grammar, or a usual project with mutations. */
export function hostileCase(target: Target, seed: number): HostileCase {
	const r = random(seed * 3 + ["dockerfile", "ignore", "large"].indexOf(target));
	if (target === "large") return largeCase(r);
	const usual = usualFiles(r, seed);
	const name = target === "ignore" ? ".dockerignore" : "Dockerfile";
	const makeText = target === "ignore" ? ignoreText : dockerfileText;
	const text = r.weighted([
		[5, () => makeText(r)],
		[3, () => mutations(r, usual[name] ?? makeText(r))],
		[2, () => mutations(r, makeText(r))],
	])();
	const names = Object.fromEntries(Array.from({ length: 1 + r.below(12) }, () => [fileName(r), "x"]));
	const other = target === "ignore" ? {} : r.chance(0.3) ? { ".dockerignore": ignoreText(r) } : {};
	return { ...usual, ...other, ...names, [name]: text };
}

function usualFiles(r: Random, seed: number): Record<string, string> {
	const { files, service } = generate(seed, "docker.io/library/debian:12");
	const found = Object.entries(files).flatMap(([name, node]) => (node.kind === "file" ? [[name, node.text]] : []));
	const all: Record<string, string> = Object.fromEntries(found);
	const inside = service.context === "." ? "" : `${service.context}/`;
	return {
		...all,
		Dockerfile: all[service.dockerfile] ?? "FROM scratch\nCOPY . /\n",
		".dockerignore": all[`${inside}.dockerignore`] ?? "",
		"requirements.txt": r.chance(0.5) ? requirementsText(r) : "flask==3.0.0\n",
	};
}

/** Mostly one or two, sometimes many times. */
const times = (r: Random, most: number): number =>
	r.weighted([
		[6, 1 + r.below(2)],
		[3, 1 + r.below(40)],
		[1, 1 + r.below(most)],
	]);
const many = (r: Random, most: number, make: () => string): string =>
	Array.from({ length: times(r, most) }, make).join("");
/** The same text over and over: what makes repetitions in patterns slow. */
const again = (r: Random, most: number, make: () => string): string => make().repeat(times(r, most));

function fileName(r: Random): string {
	const part = () =>
		r.pick([
			() => again(r, 200, () => r.pick(["a", "b", "ab", "é", "😀", " "])),
			() => r.pick(["src", "a b", "x\ny", "[z]", "q\\r", "\u202e", "-rf", "$x", "{1}", "caf\ufffd", "%", "#c", "!d"]),
			() => `${again(r, 100, () => "a")}.${r.pick(["txt", "py", "a"])}`,
		])();
	return [...Array.from({ length: r.below(5) }, part), `f${r.below(100)}${part()}`]
		.join("/")
		.split("/")
		.filter((name) => name !== "" && name !== "." && name !== "..")
		.join("/");
}

function globText(r: Random): string {
	return many(r, 60, () =>
		r.weighted([
			[6, () => r.pick(["*", "**", "**/", "*a", "?", "a", "b", "/", "*/"])],
			[3, () => again(r, 60, () => r.pick(["*a", "**/", "*?", "**/a/", "?*", "a*", "[ab]*", "(a*)*", "a{1,9}"]))],
			[
				2,
				() =>
					r.pick(["[a-z]", "[^a]", "[!a]", "[z-a]", "[", "]", "[]", "[^]", "[a-]", "\\", "\\*", "\\d", "\\pL", "\\Q"]),
			],
			[
				1,
				() => r.pick(["{2}", "{1000}", "{1001}", "{,3}", "{2,}", "|", "^", "$", "(", ")", "+", ".", "é", "😀", "\0"]),
			],
			[1, () => r.pick(["[[:alpha:]]", "[[:^digit:]]", "[[:x:]]", "\\b", "\\A", "\\z", "\\x41", "\\p{Greek}"])],
		])(),
	);
}

function ignoreText(r: Random): string {
	return many(r, 300, () => {
		const line = r.weighted([
			[6, () => globText(r)],
			[2, () => `!${globText(r)}`],
			[
				1,
				() => r.pick(["#", "!", " ", "/", ".", "..", "!!a", "! a", "\uFEFF", "\r", "a/../../b", "//", "!/", "\t*\t"]),
			],
			[1, () => again(r, 5000, () => r.pick([" ", "*", "/", "a/", "../", "\r"]))],
		])();
		return `${line}${r.pick(["\n", "\n", "\r\n", ""])}`;
	});
}

function variable(r: Random, depth = 0): string {
	const name = r.pick(["A", "B", "C", "PATH", "1", "@", "é", ""]);
	const inner = () => (depth < 12 && r.chance(0.4) ? variable(r, depth + 1) : globText(r).replace(/[\n}]/g, ""));
	return r.weighted([
		[4, () => `$${name}`],
		[4, () => `\${${name}}`],
		[3, () => `\${${name}${r.pick([":-", ":+", "-", "+", ":?", "?"])}${inner()}}`],
		[4, () => `\${${name}${r.pick(["#", "##", "%", "%%", ":#"])}${inner()}}`],
		[3, () => `\${${name}${r.pick(["/", "//"])}${inner().replaceAll("/", "\\/")}/${inner()}}`],
		[1, () => again(r, 3000, () => r.pick(["${A:-", "${A//", '"${A:-', "${A#${", "$", "${"]))],
	])();
}

function word(r: Random): string {
	return r.weighted([
		[4, () => r.pick(["src", ".", "a", "/x/", "*", "requirements.txt", "f1a.txt"])],
		[3, () => globText(r).replaceAll("\n", "")],
		[3, () => variable(r)],
		[1, () => r.pick(['"', "'", "\\", "`", '"a b"', "'$A'", "<<EOF", "<<-'E'", "3<<A", "<<<", "[", '["a"', "{", "#"])],
		[1, () => again(r, 2000, () => r.pick(["a", "\\", "'\"", "<<E ", '"', "[", "[[", "a,", "=", "--x ", "\t", "\r"]))],
	])();
}

function instruction(r: Random): string {
	const words = (most: number) => Array.from({ length: times(r, most) }, () => word(r)).join(" ");
	const flags = () =>
		r.chance(0.2)
			? `${r.pick(["--from=", "--exclude=", "--chmod=", "--mount=", "--mount=type=bind,source=", "--parents", "--x="])}${word(r)} `
			: "";
	return r.weighted([
		[5, () => `ARG ${r.pick(["A", "B", "C"])}=${word(r)}${again(r, 20, () => r.pick(["$A", "${B}", "${C}${C}"]))}`],
		[4, () => `ENV ${r.pick(["A", "B", "C"])}=${word(r)}`],
		[6, () => `COPY ${flags()}${words(30)} /x/`],
		[2, () => `ADD ${flags()}${words(5)} /y/`],
		[4, () => `RUN ${flags()}${words(40)}`],
		[2, () => `RUN pip install ${words(10)} -r requirements.txt`],
		[2, () => `FROM ${word(r)}${r.chance(0.5) ? ` AS ${r.pick(["a", "b", "base"])}` : ""}`],
		[1, () => `COPY <<EOF /x\n${many(r, 100, () => `${word(r)}\n`)}${r.pick(["EOF", "", "eof"])}`],
		[2, () => `${again(r, 3, () => "ONBUILD ")}${r.pick(["COPY . /", "RUN x", "ARG A", "FROM b"])}`],
		[2, () => `${r.pick(["CMD", "ENTRYPOINT", "SHELL", "VOLUME", "HEALTHCHECK CMD"])} ${jsonText(r)}`],
		[
			2,
			() => `${r.pick(["LABEL", "EXPOSE", "USER", "WORKDIR", "STOPSIGNAL", "MAINTAINER", "HEALTHCHECK"])} ${words(9)}`,
		],
		[1, () => `EXPOSE ${r.pick(["1-65535", "80/tcp", "1-65535/udp"])}`],
		[
			1,
			() =>
				`# ${r.pick(["escape=`", "syntax=x", "check=skip=all"])}${again(r, 3000, () => r.pick([" ", "a ", "\r"]))}x`,
		],
		[1, () => again(r, 3000, () => r.pick(["\\\n", "# c\n\\\n", "RUN \\\n", "\r", "\t \\ ", "`\n", "\u0085"]))],
	])();
}

function jsonText(r: Random): string {
	return r.pick([
		() => JSON.stringify(Array.from({ length: times(r, 50) }, () => word(r))),
		() => again(r, 20_000, () => r.pick(["[", '["a",', '{"a":', "[[]"])),
		() => `[${word(r)}]`,
	])();
}

function dockerfileText(r: Random): string {
	const head = r.weighted([
		[8, () => "FROM scratch"],
		[1, () => "ARG A=a\nFROM $A"],
		[1, () => instruction(r)],
	])();
	return `${head}\n${many(r, 60, () => `${instruction(r)}${r.pick(["\n", "\n", "\r\n", " \\\n"])}`)}`;
}

function requirementsText(r: Random): string {
	return many(r, 200, () =>
		r.pick([
			() => "flask==3.0.0\n",
			() => `${again(r, 500, () => r.pick(["a", "-", ".", "[", "a,", ">=1,", ";", "(", "=="]))}\n`,
			() => `-r ${r.pick(["requirements.txt", "./requirements.txt", "x.txt"])}\n`,
			() => `a${again(r, 200, () => r.pick([" ", "\\\n", " #"]))}x\n`,
			() => `a; ${again(r, 300, () => r.pick(["(", "python_version<'3' and ", "not "]))}\n`,
		])(),
	);
}

/** Changes at random places: pieces are removed, doubled, repeated, moved, or replaced by odd characters. */
function mutations(r: Random, text: string): string {
	let chars = [...text];
	for (let i = 1 + r.below(6); i > 0; i--) {
		const start = r.below(chars.length + 1);
		const piece = chars.slice(start, start + r.below(40));
		const replacement = r.weighted<() => readonly string[]>([
			[2, () => []],
			[2, () => [...piece, ...piece]],
			[2, () => Array.from({ length: times(r, 300) }, () => piece).flat()],
			[2, () => [r.pick([..."\\`'\"$\\{}[]*?/!#<>=-|^\0\r\n\t\u0085\u2028\ud800😀"]), ...piece]],
			[1, () => piece.toReversed()],
			[1, () => [...piece, ...chars.slice(r.below(chars.length + 1)).slice(0, 60)]],
		])();
		chars = [...chars.slice(0, start), ...replacement, ...chars.slice(start + piece.length)].slice(0, 300_000);
	}
	return chars.join("");
}

/** Words that begin what some rule searches for, and then do not end it. */
const beginnings = [
	..."apt-get |apk |pip install |pip |-t |venv |--target=|sed -i |tee |> |>x |go build |gcc |cargo build |-o ".split(
		"|",
	),
	..."$A |${A#0|${A |export |for |read |-----BEGIN |https://|://a:|git@h:|?a=|#a=|&|a=|=|: |, |; |&& |\\ |[|(|{".split(
		"|",
	),
	..."password |_auth = |<<E |<< |--mount=|--mount=type=|from=|-m |-um|.env|key|localhost:|--bind=|::|:0|0|00".split(
		"|",
	),
	..."a|ab |é|😀|\"a |'a |\"|'|*|**/|?|[a]|!|/|./|../|a/|@ |@a ;|==|>=1,|(|and |not |-r |#|# lucid-ignore: a, |-|_".split(
		"|",
	),
	..."USER |WORKDIR |echo |cd / && |curl |wget |chmod +x |useradd |python -m |node |sh -c |bash |exec ".split("|"),
];
const commands = [
	..."RUN |CMD |ENTRYPOINT |COPY |COPY --from=|ADD |ADD https://|ENV A=|LABEL a=|ARG A=|EXPOSE |USER |WORKDIR /".split(
		"|",
	),
	..."HEALTHCHECK CMD |VOLUME |SHELL [|CMD [|RUN --mount=|COPY --exclude=|# |FROM |ONBUILD RUN |STOPSIGNAL ".split("|"),
];

/** A few pieces over and over, to the largest sizes that are read: anything worse than linear takes seconds. */
function largeCase(r: Random): HostileCase {
	const pieces = Array.from({ length: 1 + r.below(3) }, () => r.pick(beginnings));
	const fill = (most: number) => {
		const text = pieces.join(r.pick(["", "", " "]));
		return text.repeat(Math.ceil(most / text.length)).slice(0, most);
	};
	const name = r.weighted([
		[6, "Dockerfile"],
		[2, "requirements.txt"],
		[1, ".dockerignore"],
	] as const);
	const command = r.pick(commands);
	const usual = "FROM python:3.12-slim\nCOPY . /app/\nRUN pip install -r /app/requirements.txt\n";
	const line = () => `${command}${fill(r.pick([1000, 20_000, 60_000]))}`;
	const continued = (lines: number) => Array.from({ length: lines }, line).join("\\\n").replace(/\\$/, "");
	const large = r.pick([
		() => fill(60_000),
		() => `${fill(4000)}\n`.repeat(240),
		() => `${fill(20)}\n`.repeat(40_000),
		() => `${r.pick(beginnings)}${fill(60_000)}\n${fill(4000)}`,
	])();
	const dockerfile = r.pick([
		() => `${usual}${line()}\n${usual}`,
		() => `${usual}${command}${continued(16)}\n`,
		() => `${usual}${`${command}${fill(r.pick([5, 300]))}\n`.repeat(r.pick([100, 1600]))}`,
		() => `${usual}RUN <<EOF\n${`${fill(2000)}\n`.repeat(400)}EOF\n`,
		() => `${usual}${`ENV A=${fill(10)}\nRUN echo $A\n`.repeat(800)}`,
	])();
	return {
		Dockerfile: name === "Dockerfile" ? dockerfile : usual,
		"requirements.txt": name === "requirements.txt" ? large : "flask==3.0.0\n",
		".dockerignore": name === ".dockerignore" ? large.slice(0, 1_000_000) : "",
		"app.py": fill(100_000),
		".npmrc": fill(100_000),
		".netrc": fill(60_000),
	};
}
