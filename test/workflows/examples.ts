import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse, stringify } from "yaml";

const folder = path.join(import.meta.dirname, "../../examples/workflows");

interface Step {
	readonly uses?: string;
	readonly with?: Readonly<Record<string, unknown>>;
}

interface Job extends Step {
	readonly secrets?: Readonly<Record<string, string>>;
	readonly steps?: readonly Step[];
}

/** The example workflows as a repository has them, by path. Only where they log in, or push without asking the catalog, is changed: to the registry of this test, which takes anybody. */
export async function exampleWorkflows(registry: string): Promise<Readonly<Record<string, string>>> {
	const names = await readdir(folder);
	const files = names.map(async (name) => {
		const workflow = parse(await readFile(path.join(folder, name), "utf8")) as { readonly jobs: Record<string, Job> };
		const jobs = Object.fromEntries(Object.entries(workflow.jobs).map(([id, job]) => [id, atHome(job, registry)]));
		return [`.github/workflows/${name}`, stringify({ ...workflow, jobs })] as const;
	});
	return Object.fromEntries(await Promise.all(files));
}

function atHome(job: Job, registry: string): Job {
	const { steps, secrets } = job;
	const [host = ""] = registry.split("/");
	if (steps !== undefined) return { ...job, steps: steps.map((step) => stepAtHome(step, registry)) };
	return {
		...job,
		with: { ...job.with, login: host },
		...(secrets !== undefined && { secrets: { ...secrets, logins: `${host} somebody secret` } }),
	};
}

const stepAtHome = (step: Step, registry: string): Step =>
	step.with?.registry === undefined ? step : { ...step, with: { ...step.with, registry } };
