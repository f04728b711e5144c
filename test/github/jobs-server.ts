import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A step of a job that took so many seconds. */
export const step = (seconds: number) => ({
	name: "step",
	status: "completed",
	conclusion: "success",
	number: 1,
	started_at: "2026-11-20T03:17:00Z",
	completed_at: new Date(Date.parse("2026-11-20T03:17:00Z") + seconds * 1000).toISOString(),
});

/** GitHub's API as far as it is asked, with these jobs in the last run; what it was asked. */
export async function gitHub(jobs: readonly object[], runs: readonly object[] = [{ id: 7 }]) {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		const url = new URL(request.url ?? "", "http://x");
		const page = Number(url.searchParams.get("page") ?? 1);
		const isJobs = url.pathname.endsWith("/jobs");
		const more = isJobs && jobs.length > page * 100;
		const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}${url.pathname}`;
		response.writeHead(request.headers.authorization === "token good" ? 200 : 403, {
			"content-type": "application/json",
			...(more && { link: `<${here}?per_page=100&page=${page + 1}>; rel="next"` }),
		});
		response.end(
			JSON.stringify(
				isJobs
					? { total_count: jobs.length, jobs: jobs.slice((page - 1) * 100, page * 100) }
					: { total_count: runs.length, workflow_runs: runs },
			),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const env = {
		GITHUB_REPOSITORY: "octo/lucid",
		GITHUB_WORKFLOW_REF: "octo/lucid/.github/workflows/images.yml@refs/heads/main",
		GITHUB_API_URL: `http://127.0.0.1:${port}`,
	};
	return { asked, env, [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}
