import type { Run } from "../run.ts";
export function completionReport(run: Run, at: string): string {
	return `# ${run.plan.project} ${at}`;
}
