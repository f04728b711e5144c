import type { Plan } from "../../model/documents/plan.ts";

/** The plan's remarks, one text each: a removed service, a tag rule without a tag. */
export const remarkTexts = ({ remarks = [] }: Plan): readonly string[] =>
	remarks.map(({ severity, message, why, fix }) => `${severity}: ${[message, why, fix].filter(Boolean).join("; ")}`);
