// go-trafilatura, with its fallbacks on and comments left out: a page of JSON a line in, an answer a line out, with what
// the call took.
package main

import (
	"bufio"
	"encoding/json"
	"io"
	"net/url"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/markusmobius/go-trafilatura"
)

type page struct {
	ID   string `json:"id"`
	HTML string `json:"html"`
	URL  string `json:"url"`
}

type answer struct {
	ID    string  `json:"id"`
	Text  string  `json:"text"`
	Error string  `json:"error,omitempty"`
	Wall  float64 `json:"wall"`
	CPU   float64 `json:"cpu"`
}

func processor() float64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e6
}

func main() {
	lines := bufio.NewReader(os.Stdin)
	answers := json.NewEncoder(os.Stdout)
	for {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF {
			return
		}
		if err != nil {
			panic(err)
		}
		var asked page
		if err := json.Unmarshal(line, &asked); err != nil {
			panic(err)
		}
		address, _ := url.Parse(asked.URL)
		began, before := time.Now(), processor()
		found, failed := trafilatura.Extract(strings.NewReader(asked.HTML), trafilatura.Options{
			OriginalURL:     address,
			EnableFallback:  true,
			ExcludeComments: true,
		})
		given := answer{ID: asked.ID, CPU: processor() - before, Wall: float64(time.Since(began)) / 1e6}
		if failed != nil {
			given.Error = failed.Error()
		} else {
			given.Text = found.ContentText
		}
		if err := answers.Encode(given); err != nil {
			panic(err)
		}
	}
}
