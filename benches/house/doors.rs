//! What guessing at the door costs: whether the pages of others slow down, and whether the time an answer takes tells which
//! names exist.

use crate::{Outcome, client::Client, measure, measure::Figures, program::Program, rounds::print};
use keruen::{
    accounts::{self, Person, Visitor},
    db::Pool,
    lang::Lang,
};
use std::{path::Path, process::Command, thread, time::Instant};

/// How many guesses are made, by how many at once, at how many names.
const GUESSES: usize = 1000;
const GUESSERS: usize = 4;
const NAMES: usize = 200;

/// The page that others look at meanwhile.
const LIST: &str = "/consignments";

/// Guesses, and prints what it took. Each guess says it comes from an address of its own, so that none is turned away before
/// its password was tried.
pub fn run(pool: &Pool, serve: &mut Command, folder: &Path) -> Outcome {
    people(pool)?;
    let house = Program::start(serve.args(["--trusted-proxy", "127.0.0.1"]), &folder.join("doors.log"))?;
    let quiet = measure::page(&house, "list, while nobody guesses", LIST)?;
    print(&quiet, None, ' ');
    let guesses = (0..GUESSERS)
        .map(|who| (who..GUESSES).step_by(GUESSERS).map(|n| guess(&known(n % NAMES), n)).collect())
        .collect();
    let (busy, guessed) = thread::scope(|threads| {
        let guessing = threads
            .spawn(|| measure::forms(&house, "guesses, 4 at once", "/sign-in", guesses).map_err(|e| e.to_string()));
        let busy = measure::page(&house, "list, while passwords are guessed", LIST);
        (busy, guessing.join())
    });
    let (busy, guessed) = (busy?, guessed.map_err(|_| "a guesser panicked")??);
    print(&busy, None, ' ');
    print(&guessed, None, ' ');
    println!("guessing makes the list {:.2} times as slow", busy.p50() / quiet.p50());
    let mut client = Client::to(house.address)?;
    let (mut there, mut nowhere) = (Figures::default(), Figures::default());
    for n in 0..NAMES {
        for (figures, name) in [(&mut there, known(n)), (&mut nowhere, format!("stranger-{n}"))] {
            let asked = Instant::now();
            let answer = client.post("/sign-in", &guess(&name, n))?;
            figures.times.push(asked.elapsed().as_secs_f64() * 1_000.0);
            figures.bytes = answer.bytes;
            measure::expect(&answer, 422, "/sign-in")?;
        }
    }
    for (figures, name) in [(&mut there, "a wrong password"), (&mut nowhere, "a name nobody has")] {
        figures.name = name.into();
        figures.times.sort_by(f64::total_cmp);
        print(figures, None, ' ');
    }
    println!("a name that exists takes {:.2} times as long as one that does not", there.p50() / nowhere.p50());
    Ok(())
}

fn known(n: usize) -> String {
    format!("guessed-{n}")
}

fn guess(name: &str, n: usize) -> String {
    format!("sign_in={name}&password=wrong+guess+number+{n}")
}

/// Those whose passwords are guessed.
fn people(pool: &Pool) -> Outcome {
    let (who, hash) = (Visitor::house(Lang::english()), accounts::password::hash("camels carry flour")?);
    pool.write_now(|db| {
        for n in 0..NAMES {
            let it = Person { password: hash.clone(), ..Person::new(&known(n), &known(n)) };
            // Those of an earlier run are there already.
            if let Err(problems) = accounts::actions::add(db, &it, &[], &who.by, who.lang)? {
                drop(problems);
            }
        }
        Ok(())
    })?;
    Ok(())
}
