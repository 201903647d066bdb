export interface paths {
    "/api/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a page without keeping it */
        post: operations["read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a draft’s quotations against the ledger, or against given sources */
        post: operations["check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pages, those added last first */
        get: operations["listPages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page with its captures, versions, copies, statements and links */
        get: operations["showPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page’s reading, statements and speakers */
        get: operations["pageRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/{id}/bytes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page’s own bytes, as a file: never shown by a browser */
        get: operations["pageBytes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pages/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page’s record in another format, with people’s corrections */
        get: operations["exportPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statements that match */
        get: operations["findStatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the statements that match are of */
        get: operations["facets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Articles that have words */
        get: operations["findArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One statement with all that is known of it */
        get: operations["showStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statements/{id}/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What answers a statement, and what it answers */
        get: operations["responsesOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statements/{id}/repeats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where else a statement stands */
        get: operations["repeatsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claims that are denied or disputed */
        get: operations["findDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/disputes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A claim, its answers, and whom it names without an answer on record */
        get: operations["showDispute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/speakers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Speakers, those with most statements first */
        get: operations["listSpeakers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/speakers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who somebody is by the pages’ words, and what they said */
        get: operations["showSpeaker"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people changed, the latest first */
        get: operations["listCorrections"];
        put?: never;
        /** Change the record; what the machine found stays beside it */
        post: operations["correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statements that nobody has looked at, the least sure first */
        get: operations["reviewNext"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far two people decide alike */
        get: operations["agreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs of adding pages: those under way, and the last ones */
        get: operations["listImports"];
        put?: never;
        /**
         * Add pages: files, texts, addresses
         * @description The pages are read and kept one after another; GET the run’s events to see how it goes.
         */
        post: operations["addPages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a run stands */
        get: operations["showImport"];
        put?: never;
        post?: never;
        /** Stop a run; what was added stays */
        delete: operations["stopImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens in a run, as server-sent events
         * @description Events `page` (what became of one) and `state` (how the run stands), from the beginning, or after the one in Last-Event-ID; ends when the run does.
         */
        get: operations["importEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches that were kept */
        get: operations["listSearches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep a search, to be told what is new */
        put: operations["saveSearch"];
        post?: never;
        /** Forget a search */
        delete: operations["dropSearch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{name}/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What matches a kept search and was not told of yet */
        get: operations["news"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{name}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that news were told */
        post: operations["seen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the ledger holds */
        get: operations["ledgerStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The closed lists: acts with what they mean, roles of blocks */
        get: operations["terms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything in the ledger, as lines that `onrecord import` takes */
        get: operations["exportLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hold every page against its hash, and every statement against its page; as server-sent events
         * @description Events `progress` ({done, of}), then `verified` ({pages, statements, timestamps, faults}) or `problem`.
         */
        get: operations["verifyLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks, and whether there are accounts at all. */
        get: operations["whoAmI"];
        put?: never;
        /** Sign in; the answer sets the session’s cookie. */
        post: operations["signIn"];
        /** Sign out. */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All users, in order of their names. For owners. */
        get: operations["listUsers"];
        put?: never;
        /** Add a user. For owners. */
        post: operations["addUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a user with all sessions and tokens. For owners. */
        delete: operations["removeUser"];
        options?: never;
        head?: never;
        /** Change a user’s role or password, disable or enable one. For owners; everybody may change their own password. */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own tokens; of an owner, everybody’s, or one user’s. */
        get: operations["listTokens"];
        put?: never;
        /** Make a token, which is shown once. */
        post: operations["addToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token: one’s own; of an owner, anybody’s. */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit log, newest first. For owners. */
        get: operations["readAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A page’s record in its published form; schema/record.json is its whole schema. */
        Record: {
            /** @enum {string} */
            schema: "onrecord/record/2";
            page: components["schemas"]["PageInfo"];
            reader: string;
            meta: components["schemas"]["Meta"];
            text: string;
            blocks: components["schemas"]["Block"][];
            speakers: components["schemas"]["RecordSpeaker"][];
            statements: components["schemas"]["RecordStatement"][];
            hidden: {
                scripts: number;
                styles: number;
                comments: number;
                elements: number;
                characters: number;
            } & {
                [key: string]: unknown;
            };
            origin: ({
                text: number[];
                textLength: number[];
                page: number[];
                pageLength: number[];
            } & {
                [key: string]: unknown;
            }) | null;
        } & {
            [key: string]: unknown;
        };
        PageInfo: {
            id: components["schemas"]["PageId"];
            /** @enum {string} */
            kind: "html" | "text" | "article";
            url: string | null;
            charset: string | null;
            name: string | null;
            converter?: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description SHA-256 of the page’s bytes.
         * @example eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
         */
        PageId: string;
        Meta: {
            title: string | null;
            standfirst: string | null;
            authors: string[];
            publisher: string | null;
            agency: string | null;
            published: string | null;
            modified: string | null;
            language: string | null;
            canonicalUrl: string | null;
            section: string | null;
            /** @enum {string} */
            form: "article" | "live-blog" | "stub" | "none";
            sources: {
                [key: string]: {
                    from: string;
                    at: components["schemas"]["Pair"] | null;
                } & {
                    [key: string]: unknown;
                };
            };
        } & {
            [key: string]: unknown;
        };
        /** @description [start, end) in UTF-16 code units of the record’s text. */
        Pair: [
            number,
            number
        ];
        Block: {
            start: number;
            end: number;
            role: components["schemas"]["Role"];
            level: number | null;
            body: number | null;
            why: string;
        } & {
            [key: string]: unknown;
        };
        /** @enum {string} */
        Role: "heading" | "paragraph" | "list-item" | "quotation" | "table" | "preformatted" | "title" | "standfirst" | "byline" | "dateline" | "pull-quote" | "caption" | "photo-credit" | "agency-credit" | "author-note" | "related" | "navigation" | "search" | "share" | "newsletter" | "cookie-notice" | "comment" | "advertisement" | "legal-notice" | "ticker" | "notice";
        RecordSpeaker: {
            id: string;
            name: string;
            named: components["schemas"]["Pair"];
            kind: components["schemas"]["SpeakerKind"];
            roles: components["schemas"]["Pair"][];
            otherNames: components["schemas"]["Pair"][];
            anonymity: components["schemas"]["Pair"] | null;
            mentions: ({
                span: components["schemas"]["Pair"];
                form: string;
                why: string;
            } & {
                [key: string]: unknown;
            })[];
            statements: string[];
        } & {
            [key: string]: unknown;
        };
        /** @enum {string} */
        SpeakerKind: "person" | "organisation" | "government" | "group" | "document" | "unnamed" | "unknown";
        RecordStatement: {
            id: string;
            content: components["schemas"]["Pair"][];
            cue: components["schemas"]["Pair"] | null;
            mention: components["schemas"]["Pair"] | null;
            speaker: string | null;
            quotation: components["schemas"]["Quotation"];
            quoted: components["schemas"]["Pair"][];
            act: components["schemas"]["Act"];
            negated: boolean;
            hedges: components["schemas"]["Pair"][];
            addressee: components["schemas"]["Pair"] | null;
            medium: components["schemas"]["Pair"] | null;
            when: ({
                span: components["schemas"]["Pair"];
                date: string | null;
            } & {
                [key: string]: unknown;
            }) | null;
            within: string | null;
            /** @description Calibrated, 0 to 1. */
            confidence: number;
            model: string;
            why: string;
            speakerWhy: string;
        } & {
            [key: string]: unknown;
        };
        /** @enum {string} */
        Quotation: "direct" | "indirect" | "mixed";
        /**
         * @description What a statement does; see docs/acts.md.
         * @enum {string}
         */
        Act: "state" | "announce" | "find" | "confirm" | "deny" | "admit" | "accuse" | "criticise" | "praise" | "recommend" | "demand" | "ask" | "promise" | "threaten" | "warn" | "predict" | "estimate" | "agree" | "dispute" | "decline" | "apologise" | "believe" | "wish" | "plan" | "feel";
        Problem: {
            error: {
                /** @enum {string} */
                code: "span-invalid" | "page-empty" | "page-binary" | "page-too-large" | "page-unreadable" | "page-timeout" | "page-memory" | "page-kind-unsupported" | "page-encrypted" | "page-no-text" | "charset-unknown" | "url-invalid" | "url-private" | "fetch-failed" | "fetch-status" | "fetch-too-large" | "fetch-timeout" | "fetch-too-many-redirects" | "offline" | "list-invalid" | "archive-broken" | "archive-unsupported" | "timestamp-refused" | "timestamp-invalid" | "pipe-line-invalid" | "pipe-line-too-long" | "record-invalid" | "record-version" | "gold-invalid" | "ledger-missing" | "ledger-newer" | "ledger-broken" | "ledger-locked" | "ledger-full" | "ledger-unreachable" | "archive-invalid" | "not-found" | "request-invalid" | "request-too-large" | "server-busy" | "rate-limited" | "host-refused" | "origin-refused" | "sign-in-needed" | "sign-in-failed" | "sign-in-limited" | "not-allowed" | "account-exists" | "account-last-owner" | "model-missing" | "model-broken" | "output-failed" | "machine-limit" | "usage" | "interrupted" | "internal";
                /** @description For a person: the values, and what to do next. */
                message: string;
            };
        };
        Text: {
            name?: string;
            text: string;
            /**
             * @description `article`: a text that is an article and nothing else.
             * @enum {string}
             */
            kind?: "auto" | "article";
        };
        Address: {
            address: string;
        };
        /** @description A draft with its verdicts; docs/check.md describes each member. */
        Checked: {
            /** @enum {string} */
            schema: "onrecord/check/1";
            draft: string;
            /** @description The draft’s text, which its spans are of. */
            text: string;
            verdicts: ({
                verdict: string;
                at: components["schemas"]["Pair"];
                words: string;
            } & {
                [key: string]: unknown;
            })[];
            passedOver: ({
                at: components["schemas"]["Pair"];
                words: string;
                why: string;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        DraftToCheck: {
            name?: string;
            text: string;
            /**
             * @description `article`: a text that is an article and nothing else.
             * @enum {string}
             */
            kind?: "auto" | "article";
            /** @description The sources; not given: the ledger. */
            against?: components["schemas"]["Text"][];
        };
        Pages: {
            items: components["schemas"]["PageListed"][];
            total: number;
            /** @description True where `total` is where counting stopped, and more match. */
            more: boolean;
            /** @description The cursor of what follows; null: this is the end. */
            next: string | null;
        };
        PageListed: {
            page: components["schemas"]["PageHead"];
            retrieved: string;
            added: string;
            size: number;
            statements: number;
            reviewed: number;
            newer: components["schemas"]["PageId"] | null;
            copyOf: components["schemas"]["PageId"] | null;
        };
        PageHead: {
            id: components["schemas"]["PageId"];
            title: string | null;
            outlet: string | null;
            url: string | null;
            name: string;
            published: string | null;
        };
        PageShown: components["schemas"]["PageListed"] & {
            captures: components["schemas"]["Capture"][];
            versions: {
                id: components["schemas"]["PageId"];
                retrieved: string;
                statements: number;
            }[];
            copies: components["schemas"]["PageHead"][];
            timestamps: number;
            entries: components["schemas"]["Entry"][];
            links: components["schemas"]["Link"][];
            /** @description The ledger’s speaker for each of the record’s: `own` is its id there. */
            speakers: {
                own: string;
                id: string;
                name: string;
            }[];
        };
        Capture: {
            name: string;
            url: string | null;
            retrieved: string;
            headers: [
                string,
                string
            ][];
        };
        /** @description A statement as the ledger shows it, with the corrections made to it. */
        Entry: {
            said: components["schemas"]["Said"];
            page: components["schemas"]["PageHead"];
            status: components["schemas"]["Status"];
            /** @description Calibrated, 0 to 1. */
            confidence: number;
            repeats: number;
            superseded: boolean;
        };
        /** @description A statement in its page’s words. */
        Said: {
            id: string;
            page: components["schemas"]["PageId"];
            at: number;
            content: string[];
            quoted: string[];
            quotation: components["schemas"]["Quotation"];
            act: components["schemas"]["Act"];
            negated: boolean;
            hedges: string[];
            cue: string | null;
            mention: string | null;
            speaker: components["schemas"]["Voice"] | null;
            addressee: string | null;
            context: string;
            date: string | null;
            outlet: string | null;
            within: string | null;
        };
        Voice: {
            id: string;
            name: string;
            kind: components["schemas"]["SpeakerKind"];
            otherNames: string[];
            roles: string[];
        };
        /**
         * @description What people have said of it; null: no one has looked at it.
         * @enum {string|null}
         */
        Status: "accepted" | "rejected" | "corrected" | "added" | null;
        Link: {
            kind: components["schemas"]["ResponseKind"];
            answer: components["schemas"]["Entry"];
            claim: components["schemas"]["Entry"];
            /** @description Calibrated, 0 to 1. */
            confidence: number;
            asserted: boolean;
            why: string;
        };
        /** @enum {string} */
        ResponseKind: "denies" | "confirms" | "supports" | "disputes";
        Entries: {
            items: components["schemas"]["Entry"][];
            total: number;
            /** @description True where `total` is where counting stopped, and more match. */
            more: boolean;
            /** @description The cursor of what follows; null: this is the end. */
            next: string | null;
        };
        /** @example 00000000000000000000000000000000 */
        SpeakerId: string;
        /** @example 00000000000000000000000000000000 */
        StatementId: string;
        Facets: {
            acts: components["schemas"]["Facet"][];
            quotation: components["schemas"]["Facet"][];
            speakers: components["schemas"]["Facet"][];
            outlets: components["schemas"]["Facet"][];
            months: components["schemas"]["Facet"][];
            counted: number;
            more: boolean;
        };
        Facet: {
            value: string;
            name: string;
            statements: number;
        };
        Articles: {
            items: components["schemas"]["ArticleFound"][];
            total: number;
            /** @description True where `total` is where counting stopped, and more match. */
            more: boolean;
            /** @description The cursor of what follows; null: this is the end. */
            next: string | null;
        };
        ArticleFound: {
            page: components["schemas"]["PageHead"];
            snippet: string;
            marks: [
                number,
                number
            ][];
            statements: number;
        };
        /** @description A statement as the ledger shows it, with the corrections made to it. */
        Shown: components["schemas"]["Entry"] & {
            captures: components["schemas"]["Capture"][];
            elsewhere: components["schemas"]["Repeat"][];
            links: components["schemas"]["Link"][];
            corrections: components["schemas"]["Correction"][];
            versions: {
                page: components["schemas"]["PageId"];
                retrieved: string;
                /** @enum {string} */
                how: "exact" | "near" | "lost";
                words: string | null;
                why: string;
            }[];
        };
        Repeat: {
            /** @enum {string} */
            kind: "copy" | "exact" | "trimmed" | "ellipsis" | "altered";
            entry: components["schemas"]["Entry"];
            first: boolean;
        };
        Correction: {
            number: number;
            change: components["schemas"]["Change"];
            by: string;
            at: string;
            note: string;
            undoneBy: number | null;
        };
        Change: {
            /** @enum {string} */
            kind: "accept";
            statement: components["schemas"]["StatementId"];
        } | {
            /** @enum {string} */
            kind: "reject";
            statement: components["schemas"]["StatementId"];
        } | {
            /** @enum {string} */
            kind: "edit";
            statement: components["schemas"]["StatementId"];
            content?: components["schemas"]["Pair"][];
            cue?: components["schemas"]["Pair"] | null;
            mention?: components["schemas"]["Pair"] | null;
            act?: components["schemas"]["Act"];
        } | {
            /** @enum {string} */
            kind: "speaker";
            statement: components["schemas"]["StatementId"];
            speaker: components["schemas"]["SpeakerId"] | null;
        } | {
            /** @enum {string} */
            kind: "add";
            page: components["schemas"]["PageId"];
            statement: components["schemas"]["StatementId"];
            content: components["schemas"]["Pair"][];
            cue: components["schemas"]["Pair"] | null;
            mention: components["schemas"]["Pair"] | null;
            act: components["schemas"]["Act"];
            speaker: components["schemas"]["SpeakerId"] | null;
        } | {
            /** @enum {string} */
            kind: "merge";
            from: components["schemas"]["SpeakerId"];
            into: components["schemas"]["SpeakerId"];
        } | {
            /** @enum {string} */
            kind: "split";
            from: components["schemas"]["SpeakerId"];
            pages: components["schemas"]["PageId"][];
            into: components["schemas"]["SpeakerId"];
        } | {
            /** @enum {string} */
            kind: "link";
            answer: components["schemas"]["StatementId"];
            claim: components["schemas"]["StatementId"];
            is: components["schemas"]["ResponseKind"] | null;
        } | {
            /** @enum {string} */
            kind: "undo";
            correction: number;
        };
        Disputes: {
            items: components["schemas"]["Dispute"][];
            total: number;
            /** @description True where `total` is where counting stopped, and more match. */
            more: boolean;
            /** @description The cursor of what follows; null: this is the end. */
            next: string | null;
        };
        Dispute: {
            claim: components["schemas"]["Entry"];
            links: components["schemas"]["Link"][];
        };
        AboutClaim: {
            claim: components["schemas"]["Shown"];
            silences: {
                speaker: string | null;
                name: string;
                named: string;
                declined: string | null;
            }[];
        };
        People: {
            items: components["schemas"]["Person"][];
            total: number;
            /** @description True where `total` is where counting stopped, and more match. */
            more: boolean;
            /** @description The cursor of what follows; null: this is the end. */
            next: string | null;
        };
        /** @description A speaker across pages, by the pages’ own words. */
        Person: {
            id: string;
            name: string;
            kind: components["schemas"]["SpeakerKind"];
            otherNames: string[];
            roles: {
                words: string;
                from: string | null;
                to: string | null;
            }[];
            statements: number;
            pages: number;
            first: string | null;
            last: string | null;
            perhaps: {
                id: string;
                name: string;
                why: string;
            }[];
        };
        /** @description A speaker across pages, by the pages’ own words. */
        Profile: components["schemas"]["Person"] & {
            acts: {
                act: components["schemas"]["Act"];
                statements: number;
            }[];
            months: {
                month: string;
                statements: number;
            }[];
            about: string[];
            latest: components["schemas"]["Entry"][];
            answers: components["schemas"]["Link"][];
            answered: components["schemas"]["Link"][];
        };
        Corrections: {
            items: components["schemas"]["Correction"][];
            total: number;
            /** @description True where `total` is where counting stopped, and more match. */
            more: boolean;
            /** @description The cursor of what follows; null: this is the end. */
            next: string | null;
        };
        NewCorrection: {
            change: components["schemas"]["NewChange"];
            /** @description Who makes it. Where people sign in, their own name is taken. */
            by: string;
            note?: string;
        };
        NewChange: {
            /** @enum {string} */
            kind: "accept";
            statement: components["schemas"]["StatementId"];
        } | {
            /** @enum {string} */
            kind: "reject";
            statement: components["schemas"]["StatementId"];
        } | {
            /** @enum {string} */
            kind: "edit";
            statement: components["schemas"]["StatementId"];
            content?: components["schemas"]["Pair"][];
            cue?: components["schemas"]["Pair"] | null;
            mention?: components["schemas"]["Pair"] | null;
            act?: components["schemas"]["Act"];
        } | {
            /** @enum {string} */
            kind: "speaker";
            statement: components["schemas"]["StatementId"];
            speaker: components["schemas"]["SpeakerId"] | null;
        } | {
            /** @enum {string} */
            kind: "add";
            page: components["schemas"]["PageId"];
            content: components["schemas"]["Pair"][];
            cue: components["schemas"]["Pair"] | null;
            mention: components["schemas"]["Pair"] | null;
            act: components["schemas"]["Act"];
            speaker: components["schemas"]["SpeakerId"] | null;
        } | {
            /** @enum {string} */
            kind: "merge";
            from: components["schemas"]["SpeakerId"];
            into: components["schemas"]["SpeakerId"];
        } | {
            /** @enum {string} */
            kind: "split";
            from: components["schemas"]["SpeakerId"];
            pages: components["schemas"]["PageId"][];
            into?: components["schemas"]["SpeakerId"];
        } | {
            /** @enum {string} */
            kind: "link";
            answer: components["schemas"]["StatementId"];
            claim: components["schemas"]["StatementId"];
            is: components["schemas"]["ResponseKind"] | null;
        } | {
            /** @enum {string} */
            kind: "undo";
            correction: number;
        };
        Unsure: {
            items: components["schemas"]["Entry"][];
            total: number;
            /** @description True where `total` is where counting stopped, and more match. */
            more: boolean;
            /** @description The cursor of what follows; null: this is the end. */
            next: string | null;
        };
        Agreement: {
            people: {
                name: string;
                decided: number;
            }[];
            compared: {
                both: number;
                alike: number;
                share: number | null;
                /** @description Cohen’s kappa; null where it is not defined. */
                kappa: number | null;
                table: {
                    /** @enum {string} */
                    a: "accept" | "reject" | "change";
                    /** @enum {string} */
                    b: "accept" | "reject" | "change";
                    statements: number;
                }[];
                apart: {
                    statement: string;
                    /** @enum {string} */
                    a: "accept" | "reject" | "change";
                    /** @enum {string} */
                    b: "accept" | "reject" | "change";
                }[];
            } | null;
        };
        ImportState: {
            id: number;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "stopped" | "failed";
            began: string;
            done: number;
            added: number;
            known: number;
            skipped: number;
            failed: number;
            statements: number;
            current: string | null;
            why: string;
        };
        ImportSources: {
            addresses?: string[];
            texts?: {
                name: string;
                text: string;
            }[];
        };
        ImportRun: {
            id: number;
            began: string;
            finished: string | null;
            added: number;
            known: number;
            skipped: number;
            failures: {
                name: string;
                why: string;
            }[];
            failed: number;
        };
        SavedSearch: {
            name: string;
            question: components["schemas"]["Question"];
        };
        Question: {
            words: string;
            speakers?: components["schemas"]["SpeakerId"][];
            acts?: components["schemas"]["Act"][];
            quotation?: components["schemas"]["Quotation"][];
            from?: string;
            to?: string;
            outlet?: string;
            page?: components["schemas"]["PageId"];
            inResponseTo?: components["schemas"]["StatementId"];
            versions?: boolean;
            copies?: boolean;
            /** @enum {string} */
            sort?: "relevance" | "newest" | "oldest";
        };
        LedgerStatus: {
            version: string;
            /** @description Where the ledger is, without a password. */
            place: string;
            pages: number;
            statements: number;
            speakers: number;
            /** @description Statements that repeat no other. */
            distinct: number;
        };
        Who: {
            /** @description False: the server has none, and everybody is an owner. */
            accounts: boolean;
            /** @description Null: nobody is signed in, or there are no accounts. */
            name: string | null;
            role: components["schemas"]["UserRole"];
            /** @enum {string|null} */
            by: "session" | "token" | null;
            /**
             * @description When the session or the token ends at the latest.
             * @example 2026-05-20T10:00:00.000Z
             */
            expires: string | null;
        };
        /**
         * @description Null: nobody is signed in.
         * @enum {string|null}
         */
        UserRole: "reader" | "editor" | "owner" | null;
        Credentials: {
            name: string;
            password: string;
        };
        User: {
            name: string;
            role: components["schemas"]["UserRole"] & unknown;
            disabled: boolean;
            /**
             * @description ISO 8601 in UTC.
             * @example 2026-05-20T10:00:00.000Z
             */
            added: string;
        };
        NewUser: {
            /** @example ana */
            name: string;
            role: components["schemas"]["UserRole"] & unknown;
            /**
             * Format: password
             * @description 12 characters at least.
             */
            password: string;
        };
        UserChange: {
            role?: components["schemas"]["UserRole"] & unknown;
            /**
             * Format: password
             * @description 12 characters at least.
             */
            password?: string;
            /**
             * Format: password
             * @description Needed to change one’s own password.
             */
            currentPassword?: string;
            disabled?: boolean;
        };
        Token: {
            /** @example 9be14a5c7711 */
            id: string;
            user: string;
            scope: components["schemas"]["Scope"];
            note: string;
            /**
             * @description ISO 8601 in UTC.
             * @example 2026-05-20T10:00:00.000Z
             */
            made: string;
            /**
             * @description ISO 8601 in UTC.
             * @example 2026-05-20T10:00:00.000Z
             */
            expires: string;
            /**
             * @description To within a minute; null: never.
             * @example 2026-05-20T10:00:00.000Z
             */
            used: string | null;
        };
        /**
         * @description What a token may do at most: as a reader, an editor, an owner.
         * @enum {string}
         */
        Scope: "read" | "write" | "admin";
        MadeToken: {
            token: components["schemas"]["Token"];
            /** @description What to send as Authorization: Bearer. It is never shown again. */
            secret: string;
        };
        NewToken: {
            scope: components["schemas"]["Scope"];
            /** @description How long it is good for. */
            days: number;
            /**
             * @description What it is for.
             * @default
             */
            note: string;
            /**
             * @description Whose it is to be; one’s own unless given.
             * @example ana
             */
            user?: string;
        };
        AuditLine: {
            n: number;
            /**
             * @description ISO 8601 in UTC.
             * @example 2026-05-20T10:00:00.000Z
             */
            at: string;
            who: string | null;
            /** @description The id of the token by which it was done. */
            token: string | null;
            method: string;
            route: string;
            target: string | null;
            status: number;
            address: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    read: {
        parameters: {
            query?: {
                /** @description What a file is called. */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Text"] | components["schemas"]["Address"];
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Its record */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check: {
        parameters: {
            query?: {
                format?: "json" | "html" | "sarif" | "junit";
                /** @description false: only what stands in quotation marks is checked. */
                reports?: "true" | "false";
                /** @description What a file is called. */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftToCheck"];
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The verdicts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checked"];
                    "text/html": string;
                    "application/sarif+json": unknown;
                    "application/xml": string;
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPages: {
        parameters: {
            query?: {
                /** @description Words of the title, outlet or address. */
                q?: string;
                /** @description Where to go on: `next` of the answer before. Not given: the beginning. */
                cursor?: string;
                /** @description How many at once; 20 where not given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pages"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description SHA-256 of the page’s bytes. */
                id: components["schemas"]["PageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageShown"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pageRecord: {
        parameters: {
            query?: {
                /** @description true: with people’s corrections made in it; else as it was read. */
                corrected?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description SHA-256 of the page’s bytes. */
                id: components["schemas"]["PageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pageBytes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description SHA-256 of the page’s bytes. */
                id: components["schemas"]["PageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPage: {
        parameters: {
            query: {
                format: "json" | "jsonl" | "csv" | "markdown" | "text" | "html" | "web-annotation" | "schema-org" | "citron" | "webanno" | "brat" | "brat-configuration";
            };
            header?: never;
            path: {
                /** @description SHA-256 of the page’s bytes. */
                id: components["schemas"]["PageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/markdown": string;
                    "text/plain": string;
                    "text/html": string;
                    "application/ld+json": unknown;
                    "text/tab-separated-values": string;
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findStatements: {
        parameters: {
            query?: {
                /** @description Words, "words in a row", begin*, -without, one OR another. Empty: whatever the filters leave. */
                q?: string;
                /** @description Ids of speakers, any of them. */
                speaker?: components["schemas"]["SpeakerId"][];
                act?: components["schemas"]["Act"][];
                quotation?: components["schemas"]["Quotation"][];
                /** @description ISO 8601: a year, a month or a day. */
                from?: string;
                /** @description ISO 8601, inclusive. */
                to?: string;
                outlet?: string;
                /** @description SHA-256 of the page’s bytes. */
                page?: components["schemas"]["PageId"];
                inResponseTo?: components["schemas"]["StatementId"];
                /** @description true: also of pages that a newer version has taken the place of. */
                versions?: "true" | "false";
                /** @description false: only the first of statements that are repeated elsewhere. */
                copies?: "true" | "false";
                /** @description true: of links also those that are only offered. */
                offered?: "true" | "false";
                sort?: "relevance" | "newest" | "oldest";
                format?: "json" | "csv" | "jsonl" | "markdown";
                /** @description Where to go on: `next` of the answer before. Not given: the beginning. */
                cursor?: string;
                /** @description How many at once; 20 where not given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statements, in the order asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entries"];
                    "text/csv": string;
                    "application/jsonl": string;
                    "text/markdown": string;
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    facets: {
        parameters: {
            query?: {
                /** @description Words, "words in a row", begin*, -without, one OR another. Empty: whatever the filters leave. */
                q?: string;
                /** @description Ids of speakers, any of them. */
                speaker?: components["schemas"]["SpeakerId"][];
                act?: components["schemas"]["Act"][];
                quotation?: components["schemas"]["Quotation"][];
                /** @description ISO 8601: a year, a month or a day. */
                from?: string;
                /** @description ISO 8601, inclusive. */
                to?: string;
                outlet?: string;
                /** @description SHA-256 of the page’s bytes. */
                page?: components["schemas"]["PageId"];
                inResponseTo?: components["schemas"]["StatementId"];
                /** @description true: also of pages that a newer version has taken the place of. */
                versions?: "true" | "false";
                /** @description false: only the first of statements that are repeated elsewhere. */
                copies?: "true" | "false";
                /** @description true: of links also those that are only offered. */
                offered?: "true" | "false";
                sort?: "relevance" | "newest" | "oldest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many of each kind */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facets"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findArticles: {
        parameters: {
            query: {
                q: string;
                outlet?: string;
                from?: string;
                to?: string;
                versions?: "true" | "false";
                /** @description Where to go on: `next` of the answer before. Not given: the beginning. */
                cursor?: string;
                /** @description How many at once; 20 where not given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The articles, the most relevant first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Articles"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["StatementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shown"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    responsesOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["StatementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The links, those most sure first; `asserted` false: only offered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Link"][];
                    };
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    repeatsOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["StatementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The other places, in order of date */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Repeat"][];
                    };
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findDisputes: {
        parameters: {
            query?: {
                /** @description Words, "words in a row", begin*, -without, one OR another. Empty: whatever the filters leave. */
                q?: string;
                /** @description Ids of speakers, any of them. */
                speaker?: components["schemas"]["SpeakerId"][];
                act?: components["schemas"]["Act"][];
                quotation?: components["schemas"]["Quotation"][];
                /** @description ISO 8601: a year, a month or a day. */
                from?: string;
                /** @description ISO 8601, inclusive. */
                to?: string;
                outlet?: string;
                /** @description SHA-256 of the page’s bytes. */
                page?: components["schemas"]["PageId"];
                inResponseTo?: components["schemas"]["StatementId"];
                /** @description true: also of pages that a newer version has taken the place of. */
                versions?: "true" | "false";
                /** @description false: only the first of statements that are repeated elsewhere. */
                copies?: "true" | "false";
                /** @description true: of links also those that are only offered. */
                offered?: "true" | "false";
                sort?: "relevance" | "newest" | "oldest";
                /** @description Where to go on: `next` of the answer before. Not given: the beginning. */
                cursor?: string;
                /** @description How many at once; 20 where not given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The claims with what answers them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Disputes"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["StatementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AboutClaim"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSpeakers: {
        parameters: {
            query?: {
                name?: string;
                kind?: components["schemas"]["SpeakerKind"];
                /** @description Where to go on: `next` of the answer before. Not given: the beginning. */
                cursor?: string;
                /** @description How many at once; 20 where not given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["People"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showSpeaker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["SpeakerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The speaker */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCorrections: {
        parameters: {
            query?: {
                /** @description The id of a statement or a speaker. */
                target?: string;
                /** @description Where to go on: `next` of the answer before. Not given: the beginning. */
                cursor?: string;
                /** @description How many at once; 20 where not given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Corrections"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correct: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCorrection"];
            };
        };
        responses: {
            /** @description As kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Correction"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewNext: {
        parameters: {
            query?: {
                /** @description SHA-256 of the page’s bytes. */
                page?: components["schemas"]["PageId"];
                /** @description Where to go on: `next` of the answer before. Not given: the beginning. */
                cursor?: string;
                /** @description How many at once; 20 where not given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unsure"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreement: {
        parameters: {
            query?: {
                a?: string;
                b?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who decided, and how two of them compare */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        open: components["schemas"]["ImportState"][];
                        runs: components["schemas"]["ImportRun"][];
                    };
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportSources"];
                "multipart/form-data": {
                    /** @description Files of any kind. */
                    files?: string[];
                };
            };
        };
        responses: {
            /** @description It has begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportState"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportState"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportState"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSearches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SavedSearch"][];
                    };
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Question"];
            };
        };
        responses: {
            /** @description As kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    news: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statements, and the mark to move to when they were told */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Entry"][];
                        mark: number;
                    };
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    seen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mark: number;
                };
            };
        };
        responses: {
            /** @description The mark is moved */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledgerStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerStatus"];
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    terms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acts: {
                            name: string;
                            /** @enum {string} */
                            family: "speech" | "mind";
                            means: string;
                        }[];
                        roles: string[];
                    };
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description The request cannot be answered */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The server cannot answer */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    whoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who asks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Who"];
                };
            };
            /** @description The request is not as this document says. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Who"];
                };
            };
            /** @description The request is not as this document says. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the name or the password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not allow it, or the request is from another site’s page. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is longer than any that is taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON by its type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many failed; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody is signed in any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not as this document says. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not allow it, or the request is from another site’s page. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["User"][];
                    };
                };
            };
            /** @description The request is not as this document says. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the name or the password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not allow it, or the request is from another site’s page. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description The user. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request is not as this document says. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the name or the password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not allow it, or the request is from another site’s page. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is longer than any that is taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON by its type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not as this document says. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the name or the password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not allow it, or the request is from another site’s page. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request is not as this document says. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the name or the password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not allow it, or the request is from another site’s page. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is longer than any that is taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON by its type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many failed; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: {
                user?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tokens, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Token"][];
                    };
                };
            };
            /** @description The request is not as this document says. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the name or the password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not allow it, or the request is from another site’s page. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description The token with its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeToken"];
                };
            };
            /** @description The request is not as this document says. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the name or the password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not allow it, or the request is from another site’s page. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is longer than any that is taken. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON by its type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It opens nothing any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not as this document says. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the name or the password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not allow it, or the request is from another site’s page. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAudit: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the answer before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines of the log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditLine"][];
                        /** @description What to send as `cursor` for more; null: that was all. */
                        next: string | null;
                    };
                };
            };
            /** @description The request is not as this document says. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody is signed in, or the name or the password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not allow it, or the request is from another site’s page. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
