// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import type { Case } from "./differential.ts";

const tree = {
	"a/one.txt": "one",
	"a/two.md": "two",
	"a/b/three.txt": "three",
	"a/b/four.log": "four",
	"c/five.txt": "five",
	"top.txt": "six",
} as const;

const one = (name: string, instruction: string, more: Partial<Case> = {}): Case => ({
	name,
	files: tree,
	dockerfile: `FROM scratch\n${instruction}\n`,
	...more,
});

const ignored = (name: string, ignore: string, more: Partial<Case> = {}): Case =>
	one(name, "COPY . /", { ignore, ...more });

/** Hand-written cases, one for each rule about the files of an image. */
export const cases: readonly Case[] = [
	one("a file", "COPY a/one.txt /x"),
	one("a folder brings what is in it", "COPY a /x/"),
	one("a folder with a slash", "COPY a/b/ /x/"),
	one("several sources", "COPY top.txt c/five.txt /x/"),
	one("the whole context", "COPY . /x/"),
	one("a leading slash means the context", "COPY /a/b /x/"),
	one("a path cannot leave the context", "COPY ../../c /x/"),
	one("a path that goes up and down", "COPY a/../c/./five.txt /x/"),
	one("a star stays in its folder", "COPY *.txt /x/"),
	one("a question mark", "COPY a/???.txt /x/"),
	one("a class", "COPY [a-b] /x/"),
	one("a negated class", "COPY [^a]* /x/"),
	one("a star for a folder", "COPY */*.txt /x/"),
	one("a wildcard that matches nothing is fine", "COPY top.txt no*such /x/"),
	one("a wildcard below a missing folder is refused", "COPY gone/*.txt /x/"),
	one("a missing source is refused", "COPY b/three.txt /x/"),
	one("names are case-sensitive", "COPY A/one.txt /x/"),
	one("--exclude below a folder", "COPY --exclude=*.md --exclude=**/*.log a /x/"),
	one("--exclude of a folder", "COPY --exclude=b a /x/"),
	one("--exclude that is taken back", "COPY --exclude=b --exclude=!b/four.log a /x/"),
	one("--exclude does not touch a source that is named", "COPY --exclude=*.txt top.txt a* /x/"),
	one("ADD brings files too", "ADD --exclude=*.md a /x/"),
	one("JSON form", 'COPY ["a/one.txt", "c", "/x/"]'),
	one("--link", "COPY --link a/one.txt /x/"),
	one("quotes and escapes in a source", 'COPY "top".txt \\a/one.txt /x/'),
	one("a heredoc is not a source", "COPY <<EOF top.txt /x/\na/one.txt\nCOPY a /y\nEOF"),
	one("an indented heredoc", "COPY <<-'EOF' /x/y\n\ttext $a\n\tEOF\nCOPY c /z/"),
	one("comments and blank lines between continued lines", "COPY \\\n# no\n\n  a/one.txt \\\n  # no\n  /x/"),
	one("lower case instructions", "copy a/one.txt /x/"),
	{
		name: "another escape character",
		files: tree,
		dockerfile: "# escape=`\nFROM scratch\nCOPY a/one.txt `\n  c /x/\n",
	},
	{ name: "a byte order mark and CRLF", files: tree, dockerfile: "\uFEFFFROM scratch\r\nCOPY a \\\r\n c /x/\r\n" },
	one("ARG in a path", "ARG dir=a\nCOPY $dir/one.txt /x/"),
	one("a build arg goes before the default", "ARG dir=a\nCOPY ${dir} /x/", { args: { dir: "c" } }),
	one("a build arg that is not declared is not used", "COPY ${dir:-a} /x/", { args: { dir: "c" } }),
	one("defaults in a substitution", "ARG x\nCOPY ${x:-a}/one.txt ${x:+gone} /x/"),
	one("substitution by pattern", "ARG f=c/five.md\nCOPY ${f%.md}.txt ${f##*/}* /x/"),
	one("ENV in a path, ARG over ENV", "ENV d=a\nARG d=c\nCOPY $d /x/"),
	one("ENV of one line does not see itself", "ENV d=a\nENV d=c e=$d\nCOPY $e /x/"),
	one("the platform's arguments", "ARG TARGETARCH\nARG TARGETOS\nCOPY $TARGETOS-$TARGETARCH /x", {
		files: { "linux-amd64": "right", "linux-arm64": "wrong" },
	}),
	{
		name: "an ARG before FROM has to be declared again",
		files: tree,
		dockerfile: "ARG d=a\nFROM scratch\nCOPY top.txt ${d:-c} /x/\nARG d\nCOPY $d /y/\n",
	},
	{
		name: "only stages that are needed count",
		files: tree,
		dockerfile: "FROM scratch AS one\nCOPY a /\nFROM scratch AS two\nCOPY c /\nFROM scratch\nCOPY --from=two / /\n",
	},
	{
		name: "stages by number and in any case",
		files: tree,
		dockerfile:
			"FROM scratch AS One\nCOPY a /\nFROM scratch\nCOPY c /\nFROM scratch\nCOPY --from=0 / /\nCOPY --from=ONE / /\n",
	},
	{
		name: "a stage on a stage keeps its variables",
		files: tree,
		dockerfile: "FROM scratch AS base\nARG d=c\nCOPY top.txt /\nFROM base\nCOPY $d /x/\n",
	},
	{
		name: "a target",
		files: tree,
		dockerfile: "FROM scratch AS one\nCOPY a /\nFROM one AS two\nCOPY c /\nFROM scratch\nCOPY top.txt /\n",
		target: "TWO",
	},
	{
		name: "a target that is not there is refused",
		files: tree,
		dockerfile: "FROM scratch AS one\nCOPY a /\n",
		target: "two",
	},
	{
		name: "ONBUILD of a stage",
		files: tree,
		dockerfile: "FROM scratch AS base\nONBUILD COPY c /onbuild/\nFROM base\nCOPY top.txt /\n",
	},
	{
		name: "a stage that comes later is refused",
		files: tree,
		dockerfile:
			"FROM scratch\nCOPY --from=later / /\nFROM scratch AS later\nCOPY a /\nFROM scratch\nCOPY --from=0 / /\n",
	},
	{
		name: "FROM a stage in another case is refused",
		files: tree,
		dockerfile: "FROM scratch AS Base\nCOPY a /\nFROM Base\nCOPY c /\n",
	},
	{
		name: "an empty FROM is refused",
		files: tree,
		dockerfile: "ARG X\nFROM $X\nCOPY a /\nFROM scratch\nCOPY c /\n",
	},
	{
		name: "two stages of one name: the later one counts",
		files: tree,
		dockerfile: "FROM scratch AS s\nCOPY a /\nFROM scratch AS s\nCOPY c /\nFROM scratch\nCOPY --from=s / /\n",
	},
	{
		name: "a stage with the name of an image hides it",
		files: tree,
		dockerfile: "FROM scratch AS python\nCOPY a /\nFROM python\nCOPY c /\n",
	},
	{
		name: "--from with a variable is refused",
		files: tree,
		dockerfile: "ARG S=s\nFROM scratch AS s\nCOPY a /\nFROM scratch\nARG S\nCOPY --from=$S / /\n",
	},
	{
		name: "a platform that is none is refused",
		files: tree,
		dockerfile: "FROM --platform=linux/arm/v7/x/y scratch\nCOPY a /\n",
	},
	one("an ADD of an archive counts like a file", "ADD a.tar c /x/", { files: { ...tree, "a.tar": "no archive" } }),
	one("a variable of one instruction in the next", "ARG a=c b=$a\nENV e=${b}/five\nCOPY ${e}.txt /x/"),
	one("an argument without a value", "ARG a\nCOPY c$a /x/"),
	one("a source twice", "COPY a/one.txt a/one.txt a /x/"),
	one("WORKDIR and USER bring nothing", "WORKDIR /w\nUSER 1:1\nCOPY --chown=2:2 --chmod=0755 a ./"),
	ignored("an ignore file", "a/b\n*.md\n"),
	ignored("a folder that is ignored takes what is in it", "a\n"),
	ignored("a file is taken back", "a\n!a/b/three.txt\n"),
	ignored("the last match wins", "!a\na\n!*.txt\n*.txt\n"),
	ignored("a folder is taken back before its parent is left out again", "a/b/three.txt\n!a/b\n"),
	ignored("all but", "*\n!c\n!a/b\n"),
	ignored("two stars", "**/*.txt\n!a/**\n**.log\n"),
	ignored("two stars at the end", "a/**\n!a/b\n"),
	ignored("two stars before a name without a slash", "**wo.md\n"),
	ignored("patterns are case-sensitive", "TOP.TXT\nA\n"),
	ignored("a mark, comments, spaces, slashes", "\uFEFF# a\n #c\n  c/  \n/top.txt\n./a/../a/b/\n! a/b/four.log\n"),
	ignored("characters that mean something elsewhere", "{a,c}\n(top.txt\n+\nc|a*\n"),
	ignored("escapes", "\\a\n[c]\n"),
	ignored("everything, then its own file", "**\n!top.txt\n"),
	ignored("a malformed pattern is refused", "[a-\n"),
	ignored("a lone ! is refused", "a\n!\n"),
	one("a source that is ignored is refused", "COPY a/b /x/", { ignore: "a/b\n" }),
	one("a wildcard over what is ignored", "COPY a/* /x/", { ignore: "a/*.txt\n" }),
	one("a link as a source", "COPY link /x/", { files: { ...tree, link: "-> a/one.txt" } }),
	one("a link to a folder as a source", "COPY link /x/", { files: { ...tree, link: "-> a/b" } }),
	one("a link on the way", "COPY link/b/../one.txt /x/", { files: { ...tree, link: "-> a" } }),
	one("a link to a link, upwards", "COPY c/up/one.txt /x/", { files: { ...tree, "c/up": "-> ../link", link: "-> a" } }),
	one("a link in a folder is copied as such", "COPY c /x/", { files: { ...tree, "c/link": "-> ../a/one.txt" } }),
	one("an absolute link stays in the context", "COPY link /x/", { files: { ...tree, link: "-> /a" } }),
	one("a wildcard that matches a link", "COPY l* /x/", { files: { ...tree, link: "-> a/b" } }),
	one("links that lead to each other are refused", "COPY l1 /x/", { files: { ...tree, l1: "-> l2", l2: "-> l1" } }),
	one("a link to nothing is refused", "COPY link /x/", { files: { ...tree, link: "-> gone" } }),
	one("an empty folder", "COPY d /x/\nCOPY a /a/", { files: { ...tree, "d/e/": "", "a/e/": "" } }),
	one("the executable bit", "COPY run.sh /x/", { files: { ...tree, "run.sh": "#!/bin/true" } }),
	one("odd names", 'COPY ["a b", "c\'d", "e\\\\$f", "/x/"]', {
		files: { ...tree, "a b/g": "g", "c'd": "h", e$f: "i", ü: "j" },
	}),
	one("a wildcard made plain", "COPY \\\\[a].txt b\\\\*c /x/", {
		files: { "[a].txt": "k", "a.txt": "l", "b*c": "m", bxc: "n" },
	}),
	one("a Dockerfile that does not parse is refused", "COPY a"),
	one("an unknown instruction is refused", "COPI a /x/"),
	one("a heredoc without an end is refused", "COPY <<EOF /x\ntext"),
	one("a bad substitution is refused", "COPY ${a /x/"),
];

/** The same with a RUN, which needs an image with a shell. */
export const mountCases = (shell: string): readonly Case[] => {
	const run = (name: string, mounts: string, command = "cp -rL /m/. /out/"): Case => ({
		name,
		files: tree,
		dockerfile: `FROM ${shell} AS run\nRUN mkdir /out\nRUN ${mounts} ${command}\nFROM scratch\nCOPY --from=run /out /\n`,
		ignore: "**/*.md\n",
	});
	return [
		run("a bind mount of a folder", "--mount=source=a/b,target=/m"),
		run("a bind mount of a file", "--mount=type=bind,src=top.txt,dst=/m", "cp /m /out/"),
		{ ...run("a bind mount of a link", "--mount=source=link,target=/m"), files: { ...tree, link: "-> a/b" } },
		run("a bind mount of something that is not there is refused", "--mount=source=gone,target=/m"),
		run("a bind mount of something that is ignored is refused", "--mount=source=a/two.md,target=/m"),
		run("a bind mount takes no wildcards", "--mount=source=a/*,target=/m"),
		run("a bind mount without a source is the whole context", "--mount=target=/m"),
		run(
			"cache, tmpfs and secret mounts bring nothing",
			"--mount=type=cache,target=/m --mount=type=tmpfs,target=/n --mount=type=secret,id=s",
		),
		{
			name: "a bind mount of a stage",
			files: tree,
			dockerfile: `FROM scratch AS files\nCOPY c /\nFROM ${shell} AS run\nRUN --mount=from=files,target=/m mkdir /out && cp -r /m/. /out/\nFROM scratch\nCOPY --from=run /out /\n`,
		},
		{
			name: "a heredoc of a RUN is not an instruction",
			files: tree,
			dockerfile: `FROM ${shell} AS run\nRUN <<EOF\nmkdir /out\necho "COPY a /" > /out/x\nEOF\nFROM scratch\nCOPY --from=run /out /\nCOPY c /c/\n`,
		},
	];
};
