import type { Plan } from "../../model/documents/plan.ts";

/** What the plan remarks besides its decisions, one text for each: a service that left the catalog, a tag rule that gave no tag. */
export const remarkTexts = ({ remarks = [] }: Plan): readonly string[] =>
	remarks.map(({ severity, message, why, fix }) => `${severity}: ${[message, why, fix].filter(Boolean).join("; ")}`);
