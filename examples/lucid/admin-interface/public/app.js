// Lists the services that the gateway knows.
const answer = await fetch("/api/v1/services");
const { services } = answer.ok ? await answer.json() : { services: [] };
for (const { name, upstream } of services) {
	const row = document.querySelector("#services").insertRow();
	for (const text of [name, upstream]) row.insertCell().textContent = text;
}
