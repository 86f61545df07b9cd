"""A Sphinx project whose directive has draw.io draw a page of a diagram, in the format that the builder takes."""

import subprocess
from pathlib import Path

from docutils.parsers.rst import directives
from docutils.parsers.rst.directives.images import Image

project = "diagrams"


class Diagram(Image):
    option_spec = {**Image.option_spec, "page-index": directives.nonnegative_int, "format": directives.unchanged}

    def run(self):
        source = Path(self.state.document.settings.env.srcdir) / self.arguments[0]
        page = self.options.pop("page-index", 0)
        ending = self.options.pop("format", "svg")
        picture = source.with_name(f"{source.stem}-{page}.{ending}")
        command = ["drawio", "--export", "--crop", "--page-index", str(page), "--output", str(picture), str(source)]
        done = subprocess.run([*command, "--enable-logging", "--no-sandbox"], capture_output=True, text=True)
        if done.returncode != 0 or not picture.exists():
            raise self.error(f"draw.io exited with {done.returncode}: {done.stderr}")
        self.arguments[0] = picture.name
        return super().run()


def setup(app):
    app.add_directive("diagram", Diagram)
