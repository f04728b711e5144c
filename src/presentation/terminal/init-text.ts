import type { InitResult } from "../../model/documents/init.ts";
import { plural } from "../../util/format.ts";
import { sanitizeLine } from "../../util/sanitize.ts";
import type { Paint } from "./colors.ts";

/** A result of init: files, services with guesses, what to check, and what to do next. */
export function initText(result: InitResult, paint: Paint): string {
	const { files, services, externals, left, check } = result;
	const width = Math.max(...services.map(({ name }) => name.length));
	const built = services.filter(({ planned }) => !planned);
	const planned = services.length - built.length;
	const shown = services.map(({ name, context, ports, health, needs, planned: later }) => {
		if (later) return `  ${name.padEnd(width)}  ${paint("dim", "planned: its Dockerfile does not exist yet")}`;
		const parts = [
			context,
			ports.length > 0 && `port ${ports.join(", ")}`,
			health,
			needs.length > 0 && `needs ${needs.join(", ")}`,
		];
		return `  ${name.padEnd(width)}  ${sanitizeLine(parts.filter(Boolean).join("  "))}`;
	});
	const plannedText = planned > 0 ? [`${planned} planned`] : [];
	const beside = externals.length > 0 ? `; ${externals.join(", ")} beside them` : "";
	const commands = ["doctor", "lint", "plan"].map((command) => paint("bold", `lucid ${command}`));
	const catalog = files.find(({ state }) => state !== "kept")?.path ?? "lucid.yml";
	return [
		...files.flatMap(({ path, state, text }) =>
			state === "shown"
				? [paint("bold", `# ${path}`), text ?? ""]
				: [
						state === "written"
							? `${paint("green", "✓")} ${path} written`
							: `${paint("yellow", "-")} ${path} exists and was not changed`,
					],
		),
		"",
		paint("bold", `${[`${plural(built.length, "image")} to build`, ...plannedText].join(", ")}${beside}`),
		...shown,
		...(left.length > 0
			? ["", paint("bold", "Left out"), ...left.map(({ file, why }) => `  ${sanitizeLine(file)}: ${sanitizeLine(why)}`)]
			: []),
		...(check.length > 0
			? ["", paint("bold", "To check"), ...check.map((line) => `  ${paint("yellow", "?")} ${sanitizeLine(line)}`)]
			: []),
		"",
		`Comments in ${catalog} mark guesses. Next: ${commands.join(", ")}.`,
	].join("\n");
}
