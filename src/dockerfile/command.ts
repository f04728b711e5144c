import type { StageFacts } from "./facts.ts";

/** Programs that, by themselves, run nothing: interpreters, shells and inits. */
const runners =
	/^(?:python[\d.]*|pypy[\d.]*|node|nodejs|bun|deno|java|jshell|ruby|irb|perl|php|lua|erl|iex|ghci|dotnet|sh|bash|ash|dash|zsh|busybox|tini|dumb-init|catatonit|docker-entrypoint\.sh)$/;

/** Whether a Dockerfile's final stage says what to run. An interpreter or shell without anything to run is there for those that are FROM it. */
export function namesCommand({ entrypoint, cmd }: Pick<StageFacts, "entrypoint" | "cmd">): boolean {
	const words = [entrypoint, cmd].flatMap((fact) => {
		const { form, words: said } = fact?.value ?? { form: "json", words: [] };
		return form === "shell" ? said.flatMap((text) => text.trim().split(/\s+/)) : said;
	});
	return words.some((word) => !word.startsWith("-") && !runners.test(word.slice(word.lastIndexOf("/") + 1)));
}
