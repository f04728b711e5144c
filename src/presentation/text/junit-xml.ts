import type { SmokedService, SmokeResult } from "../../model/documents/smoke.ts";
import { diagnosisText, endpointOf } from "./smoke-lines.ts";

/** A smoke result as JUnit XML, valid for Jenkins and Surefire: one suite per platform, one case per service. */
export function junitXml({ services, revision, network, durationMs }: SmokeResult): string {
	const platforms = [...new Set(services.map(({ platform }) => platform))];
	const suites = platforms.map((platform) => {
		const ofPlatform = services.filter((service) => service.platform === platform);
		const properties = Object.entries({ revision, platform, network: network.name, subnet: network.subnet });
		return [
			`<testsuite${attributes({ name: `smoke ${platform}`, ...counts(ofPlatform), time: time(sum(ofPlatform)) })}>`,
			`<properties>${properties.map(([name, value = ""]) => `<property${attributes({ name, value })}/>`).join("")}</properties>`,
			...ofPlatform.map(testCase),
			"</testsuite>",
		].join("\n");
	});
	const { tests, failures, errors } = counts(services);
	const whole = attributes({ name: "lucid smoke", time: time(durationMs), tests, failures, errors });
	return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${whole}>\n${suites.join("\n")}\n</testsuites>\n`;
}

const sum = (services: readonly SmokedService[]) => services.reduce((total, { readyMs = 0 }) => total + readyMs, 0);
/** Seconds. */
const time = (ms: number) => (ms / 1000).toFixed(3);

function counts(services: readonly SmokedService[]) {
	const count = (verdict: SmokedService["verdict"]) => services.filter((service) => service.verdict === verdict).length;
	return {
		tests: services.length,
		failures: count("unhealthy"),
		errors: count("unknown") + count("not tried"),
		skipped: count("skipped"),
	};
}

function testCase(result: SmokedService): string {
	const { service, platform, verdict, reason, warnings = [], failure, readyMs = 0 } = result;
	const open = `<testcase${attributes({ name: endpointOf(result), classname: `smoke.${platform}.${service}`, time: time(readyMs) })}`;
	const log = failure === undefined ? "" : `<system-out>${text(failure.log.join("\n"))}</system-out>`;
	switch (verdict) {
		case "healthy": {
			const output = [...warnings.map((warning) => `warning: ${warning}`), ...(reason === undefined ? [] : [reason])];
			return output.length === 0
				? `${open}/>`
				: `${open}><system-out>${text(output.join("\n"))}</system-out></testcase>`;
		}
		case "skipped":
			return `${open}><skipped>${text(reason ?? "")}</skipped></testcase>`;
		case "not tried":
		case "unknown":
			return `${open}><error${attributes({ type: verdict, message: reason ?? "no answer" })}/></testcase>`;
		case "unhealthy": {
			const about = attributes({ type: failure?.phase ?? "ready", message: failure?.guess ?? "unhealthy" });
			return `${open}><failure${about}>${text(diagnosisText(result))}</failure>${log}</testcase>`;
		}
	}
}

function attributes(values: Readonly<Record<string, string | number>>): string {
	return Object.entries(values)
		.map(
			([name, value]) =>
				` ${name}="${text(String(value)).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)}"`,
		)
		.join("");
}

/** The characters of XML 1.0 (section 2.2), with markup escaped. Half a surrogate pair is not a character. */
function text(value: string): string {
	return value
		.toWellFormed()
		.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
		.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
