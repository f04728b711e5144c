package main

import (
	"io"
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, `{"status":"healthy"}`)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
