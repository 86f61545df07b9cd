"""Has draw.io draw the diagrams that a page shows as images; "#2" is the third page."""

import re
import subprocess
from pathlib import Path

IMAGE = re.compile(r"\(([^)#]+)\.drawio(?:#(\d+))?\)")
drawn = []


def on_page_markdown(markdown, page, config, files):
    def replace(match):
        name, index = match.group(1), match.group(2) or "0"
        source = Path(config["docs_dir"]) / f"{name}.drawio"
        picture = f"{name}-{index}.svg"
        drawn.append((source, index, picture))
        return f"({picture})"

    return IMAGE.sub(replace, markdown)


def on_post_build(config):
    for source, index, picture in drawn:
        output = Path(config["site_dir"]) / picture
        command = ["drawio", "--export", str(source), "--page-index", index, "--output", str(output), "--format", "svg"]
        subprocess.run([*command, "--no-sandbox", "--disable-gpu"], check=True)
