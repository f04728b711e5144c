import type { Env } from "../../util/env.ts";

/**
 * Runs code of libraries that use `fetch` with the proxies of `env`, except for loopback. Node before 24.14 has no such
 * setting; its `fetch` uses proxies only with `NODE_USE_ENV_PROXY=1`.
 */
export async function withProxies<T>(env: Env, run: () => Promise<T>): Promise<T> {
	const { setGlobalProxyFromEnv }: Partial<typeof import("node:http")> = await import("node:http");
	const excluded = [env.no_proxy || env.NO_PROXY, "localhost", "127.0.0.1", "::1"].filter(Boolean).join(",");
	const restore = setGlobalProxyFromEnv?.({ ...env, no_proxy: excluded });
	try {
		return await run();
	} finally {
		restore?.();
	}
}
