import express from "express";

express()
	.get("/health", (_, response) => response.json({ status: "healthy" }))
	.listen(8080, "0.0.0.0");
