//! Prints what a FraiseQL server gives over Arrow Flight, as lines of JSON or as CSV.

use fraiseql_flight::{Batch, Client};
use serde_json::Value;
use std::io::{self, Write};

const USAGE: &str =
    "usage: fraiseql-flight [--csv] LOCATION query DOCUMENT [VARIABLES] | view NAME [CHOICE] | export TABLE [CHOICE]
                       | events [CHOICE] | follow [CHOICE] | action NAME [BODY], the last of each in JSON";

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let csv = words.first() == Some(&"--csv");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    if let Err(failure) = runtime.block_on(run(&words[usize::from(csv)..], csv)) {
        eprintln!("{failure}");
        std::process::exit(1);
    }
}

async fn run(words: &[&str], csv: bool) -> Result<()> {
    let [location, command @ ..] = words else { return Err(USAGE.into()) };
    let mut client = Client::connect(location)?;
    let mut batches = match command {
        ["query", document, more @ ..] => client.query(document, choice(more)?).await?,
        ["view", name, more @ ..] => client.view(name, choice(more)?).await?,
        ["export", table, more @ ..] => client.export(table, choice(more)?).await?,
        ["events", more @ ..] => client.events(choice(more)?).await?,
        ["follow", more @ ..] => client.follow(choice(more)?),
        ["action", name, more @ ..] => {
            client.action(name, choice(more)?).await?.iter().for_each(|answer| println!("{answer}"));
            return Ok(());
        }
        _ => return Err(USAGE.into()),
    };
    let mut headed = false;
    while let Some(batch) = batches.next().await? {
        print(&batch, csv, !headed)?;
        headed = true;
    }
    Ok(())
}

fn choice(words: &[&str]) -> Result<Value> {
    match words {
        [] => Ok(Value::Null),
        [text] => Ok(serde_json::from_str(text)?),
        _ => Err(USAGE.into()),
    }
}

fn print(batch: &Batch, csv: bool, head: bool) -> Result<()> {
    let mut out = io::stdout().lock();
    if csv {
        arrow_csv::WriterBuilder::new().with_header(head).build(&mut out).write(&batch.rows)?;
    } else {
        arrow_json::LineDelimitedWriter::new(&mut out).write(&batch.rows)?;
    }
    Ok(out.flush()?)
}
