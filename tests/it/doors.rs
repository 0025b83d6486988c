//! What every request meets before and after its page: headers, hosts, other sites' forms, languages, errors, health.

use crate::harness::{HOST, MADE_UP, each_engine, posted};
use actix_web::{http::Method, test::TestRequest};
use diesel::RunQueryDsl;
use keruen::{
    server::{self, Listed},
    values::Id,
};

/// Every way in: method and address, with ids nobody has.
fn ways() -> Vec<(&'static str, String)> {
    let mut listed = Listed::default();
    server::routes(&mut listed);
    let id = Id::fresh().to_string();
    listed
        .0
        .into_iter()
        .map(|(method, path, _)| (method, path.replace("{id}", &id).replace("{name}", "x.css")))
        .collect()
}

/// Every page one can reach by following links from the front door, in one language: (address, answer).
async fn crawl(house: &crate::harness::House, lang: &str) -> Vec<(String, crate::harness::Answer)> {
    let mut todo: Vec<String> = vec!["/".into(), "/consignments/new".into(), "/missions/new".into()];
    let mut seen = todo.clone();
    let mut shapes = std::collections::BTreeMap::<String, u32>::new();
    let mut out = vec![];
    while let Some(address) = todo.pop() {
        let answer = house.get_as(&address, &[("cookie", &format!("lang={lang}"))]).await;
        for link in answer.attributes("a[href^='/'], form[method=get]", "href") {
            let link = link.split('#').next().unwrap().to_string();
            // A few of each shape are enough: /missions/{id}, /consignments?mode=….
            let shape: String = link
                .split('?')
                .next()
                .unwrap()
                .split('/')
                .map(|part| if part.len() == 36 { "{id}/" } else { part })
                .collect::<Vec<_>>()
                .join("/");
            if seen.contains(&link) || link.contains("lang=") || *shapes.entry(shape.clone()).or_default() >= 4 {
                continue;
            }
            *shapes.entry(shape).or_default() += 1;
            seen.push(link.clone());
            todo.push(link);
        }
        out.push((address, answer));
    }
    out
}

/// Words in square brackets are keys without words.
fn keys_shown(text: &str) -> Vec<&str> {
    text.split('[')
        .skip(1)
        .filter_map(|rest| rest.split_once(']').map(|(key, _)| key))
        .filter(|key| {
            key.contains('-') && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        })
        .collect()
}

#[test]
fn a_key_without_words_is_noticed() {
    assert_eq!(keys_shown("Save [field-line-goods] and [x] of [Some-Thing]"), ["field-line-goods"]);
}

each_engine! {
    async fn every_link_leads_to_a_page_that_speaks(house: House, Story) {
        for lang in ["en", "ru", MADE_UP] {
            let pages = crawl(&house, lang).await;
            assert!(pages.len() > 15, "{}", pages.len());
            for (address, answer) in pages {
                assert_eq!(answer.status, 200, "{address}");
                let page = answer.header("content-type").starts_with("text/html");
                let file = answer.header("content-disposition").starts_with("attachment") || !page;
                let keys = if page { keys_shown(&answer.body) } else { vec![] };
                assert!(keys.is_empty(), "{address} in {lang}: {keys:?}");
                if !file {
                    assert_eq!(answer.attributes("html", "lang"), [lang], "{address}");
                    let dir = if lang == MADE_UP { "rtl" } else { "ltr" };
                    assert_eq!(answer.attributes("html", "dir"), [dir], "{address}");
                    assert_eq!(answer.all("h1").len(), 1, "{address} has one heading of the first rank");
                }
            }
        }
    }

    async fn every_answer_carries_the_same_guards(house: House) {
        for path in ["/", "/missions", "/livez", "/nowhere", "/static/nothing.css"] {
            let answer = house.get(path).await;
            assert!(answer.header("content-security-policy").contains("default-src 'none'"), "{path}");
            for (name, value) in [
                ("x-content-type-options", "nosniff"),
                ("x-frame-options", "DENY"),
                ("referrer-policy", "same-origin"),
                ("cache-control", "no-store"),
            ] {
                assert_eq!(answer.header(name), value, "{path} {name}");
            }
            assert_eq!(answer.header("x-request-id").len(), 16, "{path}");
        }
        let page = house.get("/").await;
        for address in page.attributes("link[rel=stylesheet]", "href") {
            let style = house.get(&address).await;
            assert_eq!((style.status.as_u16(), style.header("content-type")), (200, "text/css; charset=utf-8"));
            assert!(style.header("cache-control").contains("immutable"));
        }
        assert_ne!(house.get("/livez").await.header("x-request-id"), house.get("/livez").await.header("x-request-id"));
    }

    async fn every_way_in_is_guarded_whoever_asks(house: House) {
        for asker in [&house, &house.asked_by(None)] {
            for (method, path) in ways() {
                let answer = match method {
                    "GET" => asker.get(&path).await,
                    "POST" => asker.post(&path, &[]).await,
                    _ => asker.program(method, &path, &[], None).await,
                };
                assert!(answer.header("content-security-policy").contains("frame-ancestors 'none'"), "{method} {path}");
                for (name, value) in [("x-content-type-options", "nosniff"), ("cache-control", "no-store")] {
                    assert_eq!(answer.header(name), value, "{method} {path} {name}");
                }
                assert_eq!(answer.header("x-request-id").len(), 16, "{method} {path}");
                assert!(answer.status.as_u16() < 500, "{method} {path}: {}", answer.status);
            }
        }
    }

    async fn no_form_is_taken_from_another_site(house: House) {
        let own = format!("http://{HOST}");
        // Where programs ask, a browser's cookie opens nothing: see `programs`.
        let forms = ways().into_iter().filter(|(method, path)| *method == "POST" && !path.starts_with("/api/"));
        for (method, path) in forms {
            for headers in [
                &[("origin", "https://evil.example")][..],
                &[("sec-fetch-site", "cross-site"), ("origin", &own)],
                &[("sec-fetch-site", "same-site"), ("origin", &own)],
                &[("origin", "null")],
                &[],
            ] {
                let mut request = TestRequest::post()
                    .uri(&path)
                    .insert_header(("host", HOST))
                    .insert_header(("content-type", "application/x-www-form-urlencoded"))
                    .set_payload("a=b");
                for header in headers {
                    request = request.insert_header(*header);
                }
                let answer = house.send(request).await;
                assert_eq!(answer.status, 403, "{method} {path} {headers:?}");
                assert!(answer.text().contains("sent from another site"), "{path}");
            }
        }
    }

    async fn a_door_that_fails_answers_with_a_page_and_its_headers(house: House) {
        house.pool.write_now(|db| Ok(diesel::sql_query("DROP TABLE sessions").execute(db)?)).unwrap();
        for answer in [house.get("/").await, house.post("/missions", &[("code", "X-1")]).await] {
            assert_eq!(answer.status, 500);
            assert!(answer.header("content-security-policy").contains("default-src 'none'"));
            assert_eq!(answer.header("cache-control"), "no-store");
            assert!(answer.text().contains(answer.header("x-request-id")), "{}", answer.text());
            assert!(!answer.text().contains("sessions"), "nothing of the inside is told");
        }
    }

    async fn only_the_houses_own_pages_may_change_it(house: House) {
        let post = |headers: &[(&'static str, &'static str)]| {
            let mut request = TestRequest::post()
                .uri("/missions")
                .insert_header(("host", "localhost:8080"))
                .insert_header(("content-type", "application/x-www-form-urlencoded"))
                .set_payload("title=x");
            for header in headers {
                request = request.insert_header(*header);
            }
            house.send(request)
        };
        // 422 is the form's own answer: the request came through.
        for (headers, status) in [
            (&[("sec-fetch-site", "same-origin")][..], 422),
            (&[("sec-fetch-site", "none")], 422),
            (&[("sec-fetch-site", "same-site"), ("origin", "http://localhost:8080")], 403),
            (&[("sec-fetch-site", "cross-site"), ("origin", "http://localhost:8080")], 403),
            (&[("origin", "http://localhost:8080")], 422),
            (&[("origin", "http://localhost:9090")], 403),
            (&[("origin", "http://evil.example")], 403),
            (&[("origin", "null")], 403),
            (&[], 403),
        ] {
            assert_eq!(post(headers).await.status, status, "{headers:?}");
        }
        let refused = post(&[]).await;
        assert_eq!(refused.all("h1"), ["This was sent from another site"]);
        for method in [Method::PUT, Method::PATCH, Method::DELETE] {
            let request = TestRequest::default().method(method).uri("/missions").insert_header(("host", "localhost"));
            assert_eq!(house.send(request).await.status, 403);
        }
        assert_eq!(house.get_as("/missions", &[("sec-fetch-site", "cross-site")]).await.status, 200, "reading is free");
    }

    async fn only_known_hosts_are_answered(house: House) {
        for (host, status) in [
            ("localhost:8080", 200),
            ("127.0.0.1:1234", 200),
            ("[::1]:8080", 200),
            ("evil.example", 403),
            ("localhost.evil.example:8080", 403),
            ("", 403),
        ] {
            let answer = house.send(TestRequest::get().uri("/missions").insert_header(("host", host))).await;
            assert_eq!(answer.status, status, "{host}");
        }
        assert_eq!(house.send(TestRequest::get().uri("/missions")).await.status, 403, "no host at all");
    }

    async fn what_goes_wrong_has_a_page_with_the_number_of_its_log_line(house: House) {
        let id = "01933b1e-0000-7000-8000-000000000000";
        let missing = [
            "/nowhere".to_string(),
            "/missions/nonsense".into(),
            "/consignments/nonsense/edit".into(),
            "/consignments/nonsense/void".into(),
            "/places/nonsense".into(),
            format!("/missions/{id}"),
            format!("/missions/{id}/edit"),
            format!("/missions/{id}/summary"),
            format!("/missions/{id}/consignments"),
            format!("/consignments/{id}"),
            format!("/consignments/{id}/edit"),
            format!("/consignments/{id}/void"),
            format!("/consignments/{id}/move"),
            format!("/organisations/{id}"),
            format!("/places/{id}"),
            format!("/catalogue/{id}"),
        ];
        for path in missing {
            let answer = house.get(&path).await;
            assert_eq!(answer.status, 404, "{path}");
            assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{path}");
            assert_eq!(answer.all("h1"), ["This page is not here"], "{path}");
            assert!(answer.body.contains(answer.header("x-request-id")), "{path}");
        }
        for path in ["/consignments/nonsense/void", "/missions/nonsense", "/consignments/nonsense"] {
            assert_eq!(house.post(path, &[("reason", "x")]).await.status, 404, "{path}");
        }
        let russian = house.get_as("/nowhere", &[("accept-language", "ru")]).await;
        assert_eq!(russian.all("h1"), ["Такой страницы нет"]);
    }

    async fn an_address_says_which_methods_it_takes(house: House) {
        let post = house.post("/missions/new", &[]).await;
        assert_eq!((post.status.as_u16(), post.header("allow")), (405, "GET, HEAD"));
        assert_eq!(post.all("h1"), ["This address does not take that"]);
        let get = house.get("/consignments/said").await;
        assert_eq!((get.status.as_u16(), get.header("allow")), (405, "POST"));
        let both = house.send(
            TestRequest::delete().uri("/missions").insert_header(("host", "localhost"))
                .insert_header(("sec-fetch-site", "same-origin")),
        ).await;
        assert_eq!((both.status.as_u16(), both.header("allow")), (405, "GET, HEAD, POST"));
        for path in ["/", "/missions", "/livez"] {
            let head = house.send(TestRequest::default().method(Method::HEAD).uri(path).insert_header(("host", "localhost")));
            assert_eq!(head.await.status, 200, "{path}");
        }
    }

    async fn what_is_no_form_or_too_much_is_said_so(house: House) {
        let large = "x".repeat(keruen::web::MAX_BODY + 1);
        let answer = house.post("/missions", &[("notes", &large)]).await;
        assert_eq!(answer.status, 413);
        assert_eq!(answer.all("h1"), ["Too much at once"]);
        let json = posted("/missions", &[]).insert_header(("content-type", "application/json")).set_payload("{}");
        assert_eq!(house.send(json).await.status, 400);
    }

    async fn the_reader_chooses_the_language(house: House) {
        let lang = |answer: &crate::harness::Answer| answer.attributes("html", "lang").concat();
        assert_eq!(lang(&house.get("/missions").await), "en");
        assert_eq!(lang(&house.get_as("/missions", &[("accept-language", "ru-RU,en;q=0.5")]).await), "ru");
        assert_eq!(lang(&house.get_as("/missions", &[("accept-language", "ru"), ("cookie", "lang=en")]).await), "en");
        let chosen = house.get_as("/missions?lang=ru", &[("cookie", "lang=en")]).await;
        assert_eq!(lang(&chosen), "ru");
        assert!(chosen.header("set-cookie").starts_with("lang=ru; HttpOnly; SameSite=Lax; Path=/; Max-Age="));
        assert!(!house.get("/missions?lang=xx").await.headers.contains_key("set-cookie"));
    }

    async fn a_page_is_compressed_for_whoever_can_read_it(house: House) {
        let plain = house.get("/missions").await;
        for (accepted, sent) in [("br", "br"), ("gzip", "gzip"), ("gzip, deflate, br", "br"), ("identity", "")] {
            let answer = house.get_as("/missions", &[("accept-encoding", accepted)]).await;
            assert_eq!(answer.header("content-encoding"), sent, "{accepted}");
            assert!(sent.is_empty() || answer.bytes.len() < plain.bytes.len(), "{accepted}");
        }
    }

    async fn health_is_told_without_a_page(house: House) {
        for path in ["/livez", "/readyz"] {
            let answer = house.get(path).await;
            assert_eq!((answer.status.as_u16(), answer.body.as_str()), (200, "ok\n"), "{path}");
        }
        // A step this program does not know: it is not ready for such a database.
        house.pool.write_now(|db| {
            let newer = "INSERT INTO schema_steps (name, applied_at) VALUES ('9999_newer', '')";
            diesel::sql_query(newer).execute(db)?;
            Ok(())
        }).unwrap();
        let answer = house.get("/readyz").await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (503, "not ready\n"));
        assert_eq!(house.get("/livez").await.status, 200);
    }

    async fn search_engines_are_asked_to_stay_away(house: House) {
        assert_eq!(house.get("/robots.txt").await.body, "User-agent: *\nDisallow: /\n");
    }
}
