"""Runs one notebook and compares its outputs with the committed ones, or writes them with --update.

A document in the place of the notebook (`README.md KERNEL`) has its `ts cell` blocks run, two by two in a notebook of their own; the
second of each must show a marked paragraph.
"""
import asyncio
import json
import queue
import re
import sys

import nbformat
from nbclient import NotebookClient

DRAIN = 0.5  # seconds after a cell is done in which late outputs still arrive; kernels say "idle" before the last one


class DrainingClient(NotebookClient):
    async def _async_poll_output_msg(self, parent_msg_id, cell, cell_index):
        await super()._async_poll_output_msg(parent_msg_id, cell, cell_index)
        while True:
            try:
                message = await asyncio.wait_for(self.kc.iopub_channel.get_msg(timeout=DRAIN), 2 * DRAIN)
            except (queue.Empty, asyncio.TimeoutError):
                return
            if message["parent_header"].get("msg_id") == parent_msg_id:
                self.process_message(message, cell, cell_index)


def outputs(cell):
    """What a cell printed and displayed; how the kernel cut the printed lines into messages is chance."""
    printed = "".join(output["text"] for output in cell.outputs if output.output_type == "stream")
    shown = [output["data"] for output in cell.outputs if output.output_type in ("display_data", "execute_result")]
    return json.dumps([printed, shown], sort_keys=True)


def join_streams(cell):
    joined = []
    for output in cell.outputs:
        if output.output_type == "stream" and joined and joined[-1].output_type == "stream" and joined[-1].name == output.name:
            joined[-1]["text"] += output["text"]
        else:
            joined.append(output)
    cell.outputs = joined


def run(notebook, folder):
    DrainingClient(notebook, timeout=180, record_timing=False, resources={"metadata": {"path": folder}}).execute()


def run_document(path, kernel):
    """The cells as a reader pastes them, beside the folder that the package is installed in."""
    cells = re.findall(r"^```ts cell\n(.*?)^```$", open(path, encoding="utf8").read(), re.M | re.S)
    if not cells or len(cells) % 2:
        sys.exit(f"{path}: Expected pairs of `ts cell` blocks, got {len(cells)}.")
    for first, second in zip(cells[::2], cells[1::2]):
        notebook = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": kernel, "display_name": kernel, "language": "typescript"}})
        notebook.cells = [nbformat.v4.new_code_cell(first), nbformat.v4.new_code_cell(second)]
        run(notebook, ".")
        shown = [output.get("data", {}).get("text/html", "") for output in notebook.cells[1].outputs]
        if not any("<mark" in html for html in shown):
            sys.exit(f"{path}: Expected the second cell to show a marked paragraph in {kernel}, got {notebook.cells[1].outputs}.")
    print(f"{path}: {len(cells) // 2} pairs of cells show a marked paragraph in {kernel}")


source, committed, *flags = sys.argv[1:]
if source.endswith(".md"):
    run_document(source, committed)
    sys.exit(0)
notebook = nbformat.read(source, as_version=4)
folder = source.rsplit("/", 1)[0]
run(notebook, folder)
for cell in notebook.cells:
    if cell.cell_type == "code":
        join_streams(cell)
if "--update" in flags:
    nbformat.write(notebook, committed)
    sys.exit(0)

expected = nbformat.read(committed, as_version=4)
different = [
    cell.source
    for cell, other in zip(notebook.cells, expected.cells, strict=True)
    if cell.cell_type == "code" and outputs(cell) != outputs(other)
]
for text in different:
    print(f"{source}: other output than committed:\n    " + text.replace("\n", "\n    "))
if different:
    print("Read the new outputs, then write them with: bash .ci/run-notebooks FOLDER --update")
cells = sum(cell.cell_type == "code" for cell in notebook.cells)
print(f"{source}: {cells - len(different)} of {cells} cells as committed")
sys.exit(1 if different else 0)
