// Verifies a transparency log that is served as C2SP tlog-tiles, and the ledger behind it, with the
// packages that Go verifies its module downloads with. It shares nothing with the service.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	tileHeight = 8
	proofsMax  = 200
)

type service struct {
	prefix, token string
}

func (s service) get(path string) ([]byte, error) {
	request, err := http.NewRequest(http.MethodGet, s.prefix+path, nil)
	if err != nil {
		return nil, err
	}
	if s.token != "" {
		request.Header.Set("Authorization", "Bearer "+s.token)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode != http.StatusOK {
		err = fmt.Errorf("GET %s: %s: %s", path, response.Status, body)
	}
	return body, err
}

// As tlog.TileReader. Go writes the height into a tile's path and calls entries data.
func (s service) Height() int { return tileHeight }

func (s service) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight), "/tile/", 1)
		data, err := s.get(strings.Replace(path, "/tile/data/", "/tile/entries/", 1))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (s service) SaveTiles([]tlog.Tile, [][]byte) {}

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func demand(holds bool, format string, values ...any) {
	if !holds {
		log.Fatalf(format, values...)
	}
}

// The tree that a signed note is about.
func checkpoint(signed []byte, verifier note.Verifier) tlog.Tree {
	opened := must(note.Open(signed, note.VerifierList(verifier)))
	lines := strings.Split(opened.Text, "\n")
	demand(len(lines) == 4 && lines[0] == verifier.Name(), "no checkpoint of %s", verifier.Name())
	hash := must(base64.StdEncoding.DecodeString(lines[2]))
	demand(len(hash) == tlog.HashSize, "no hash: %s", lines[2])
	return tlog.Tree{N: must(strconv.ParseInt(lines[1], 10, 64)), Hash: tlog.Hash(hash)}
}

// All leaves, each verified against the root, by their hashes in hexadecimal digits.
func leaves(s service, tree tlog.Tree, hashes tlog.HashReader) map[string]int64 {
	found := map[string]int64{}
	for first := int64(0); first < tree.N; first += 1 << tileHeight {
		width := min(tree.N-first, 1<<tileHeight)
		tile := tlog.Tile{H: tileHeight, L: -1, N: first >> tileHeight, W: int(width)}
		bundle := must(s.ReadTiles([]tlog.Tile{tile}))[0]
		var indexes []int64
		var entries [][]byte
		for index := first; index < first+width; index++ {
			demand(len(bundle) >= 2, "the bundle of %d ends early", first)
			length := 2 + int(binary.BigEndian.Uint16(bundle))
			demand(len(bundle) >= length, "entry %d ends early", index)
			entries, bundle = append(entries, bundle[2:length]), bundle[length:]
			indexes = append(indexes, tlog.StoredHashIndex(0, index))
		}
		demand(len(bundle) == 0, "the bundle of %d has more than %d entries", first, width)
		for each, hash := range must(hashes.ReadHashes(indexes)) {
			demand(hash == tlog.RecordHash(entries[each]), "entry %d is not in the tree", first+int64(each))
			found[hex.EncodeToString(entries[each])] = first + int64(each)
		}
	}
	demand(int64(len(found)) == tree.N, "%d of %d entries are there twice", tree.N-int64(len(found)), tree.N)
	return found
}

// The checkpoint of the last time, if it was kept, and the one to keep.
func consistent(kept string, signed []byte, verifier note.Verifier, tree tlog.Tree, hashes tlog.HashReader) {
	former, err := os.ReadFile(kept)
	if err == nil {
		old := checkpoint(former, verifier)
		demand(old.N <= tree.N, "the log had %d entries, and has %d", old.N, tree.N)
		if old.N > 0 {
			proof := must(tlog.ProveTree(tree.N, old.N, hashes))
			if err := tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash); err != nil {
				log.Fatalf("the log contradicts what it said at %d entries: %v", old.N, err)
			}
		}
		fmt.Printf("consistent with the checkpoint of %d entries in %s\n", old.N, kept)
	} else if !errors.Is(err, os.ErrNotExist) {
		log.Fatal(err)
	}
	if err := os.WriteFile(kept, signed, 0o644); err != nil {
		log.Fatal(err)
	}
}

type proof struct {
	Entry, Leaf, Checkpoint string
	Index, Size             int64
	Hashes                  []string
}

func prove(s service, entryId string, verifier note.Verifier) {
	var given proof
	body := must(s.get("/entries/" + entryId + "/proof"))
	if err := json.Unmarshal(body, &given); err != nil {
		log.Fatal(err)
	}
	leaf := must(base64.StdEncoding.DecodeString(given.Leaf))
	hash := sha256.Sum256([]byte(given.Entry))
	demand(bytes.Equal(hash[:], leaf), "entry %s was altered since it was booked", entryId)
	tree := checkpoint([]byte(given.Checkpoint), verifier)
	demand(tree.N == given.Size, "entry %s: the proof is of another tree", entryId)
	var path tlog.RecordProof
	for _, one := range given.Hashes {
		path = append(path, tlog.Hash(must(base64.StdEncoding.DecodeString(one))))
	}
	if err := tlog.CheckRecord(path, tree.N, tree.Hash, given.Index, tlog.RecordHash(leaf)); err != nil {
		log.Fatalf("entry %s: %v", entryId, err)
	}
}

// The journal, for whose token may read it: each line as it stands now, beside what the log has.
func journal(s service, found map[string]int64, verifier note.Verifier) {
	lines := strings.Split(strings.TrimSpace(string(must(s.get("/ledger/journal")))), "\n")
	logged := 0
	for number, line := range lines {
		at := strings.LastIndex(line, `,"hash":"`)
		demand(at > 0, "journal line %d has no hash", number+1)
		hash := sha256.Sum256([]byte(line[:at] + "}"))
		said := line[at+len(`,"hash":"`) : len(line)-2]
		demand(hex.EncodeToString(hash[:]) == said, "journal line %d was altered: %s", number+1, line)
		if _, known := found[said]; known {
			logged++
		}
		if number%max(1, len(lines)/proofsMax) == 0 && logged > 0 {
			if _, known := found[said]; known {
				var entry struct{ EntryId string }
				if err := json.Unmarshal([]byte(line), &entry); err != nil {
					log.Fatal(err)
				}
				prove(s, entry.EntryId, verifier)
			}
		}
	}
	demand(logged == len(found), "%d entries of the log are not in the journal", len(found)-logged)
	fmt.Printf("%d entries of the journal are as the log has them; %d came later\n", logged, len(lines)-logged)
}

func main() {
	log.SetFlags(0)
	if len(os.Args) < 2 {
		log.Fatal("usage: transparency PREFIX [TREASURER_TOKEN [KEPT_CHECKPOINT]]")
	}
	public := service{prefix: strings.TrimSuffix(os.Args[1], "/")}
	key := os.Getenv("VERIFIER_KEY")
	if key == "" {
		key = strings.TrimSpace(string(must(public.get("/verifier-key"))))
		fmt.Printf("trusting what it says of itself; to trust no one: VERIFIER_KEY='%s'\n", key)
	}
	verifier := must(note.NewVerifier(key))
	signed := must(public.get("/checkpoint"))
	tree := checkpoint(signed, verifier)
	hashes := tlog.TileHashReader(tree, public)
	found := leaves(public, tree, hashes)
	fmt.Printf("%s: %d entries, all in the tree that is signed\n", verifier.Name(), tree.N)
	if len(os.Args) > 3 {
		consistent(os.Args[3], signed, verifier, tree, hashes)
	}
	if len(os.Args) > 2 && os.Args[2] != "" {
		private := service{prefix: public.prefix, token: os.Args[2]}
		journal(private, found, verifier)
	}
}
