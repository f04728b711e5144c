/** A registry mirror for BuildKit; `insecure` means plain HTTP. */
export interface BuildkitMirror {
	readonly from: string;
	/** `host` or `host/prefix`. */
	readonly to: string;
	readonly insecure?: true;
}

/** buildkitd.toml: https://docs.docker.com/build/buildkit/toml-configuration/; undefined if it would be empty. */
export function buildkitdConfig(
	mirrors: readonly BuildkitMirror[],
	maxParallelism: number | undefined,
): string | undefined {
	const tables: string[] = [];
	if (maxParallelism !== undefined) tables.push(`[worker.oci]\n  max-parallelism = ${maxParallelism}\n`);
	for (const host of new Set(mirrors.map(({ from }) => from))) {
		const list = mirrors.filter(({ from }) => from === host).map(({ to }) => JSON.stringify(to));
		tables.push(`[registry.${JSON.stringify(host)}]\n  mirrors = [${list.join(", ")}]\n`);
	}
	const plain = mirrors.flatMap(({ to, insecure }) => (insecure ? [to.split("/")[0] ?? to] : []));
	for (const host of new Set(plain)) tables.push(`[registry.${JSON.stringify(host)}]\n  http = true\n`);
	return tables.length === 0 ? undefined : tables.join("\n");
}

/** The mirrors from the options, then the engine's mirrors of Docker Hub, which it returns as URLs. */
export function mirrorsOf(
	configured: ReadonlyMap<string, string>,
	engineUrls: readonly string[],
): readonly BuildkitMirror[] {
	const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?(?:\/|$)/;
	const fromOptions = [...configured].map(
		([from, to]): BuildkitMirror => ({ from, to, ...(loopback.test(to) && { insecure: true }) }),
	);
	const fromEngine = engineUrls.map((url): BuildkitMirror => {
		const to = url.replace(/^https?:\/\//, "").replace(/\/+$/, "");
		return { from: "docker.io", to, ...(url.startsWith("http://") && { insecure: true }) };
	});
	const all = [...fromOptions, ...fromEngine];
	return all.filter(({ from, to }, at) => all.findIndex((mirror) => mirror.from === from && mirror.to === to) === at);
}
