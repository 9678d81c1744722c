"""Runs one notebook and compares its outputs with the committed ones, or writes them with --update."""
import asyncio
import json
import queue
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


source, committed, *flags = sys.argv[1:]
notebook = nbformat.read(source, as_version=4)
folder = source.rsplit("/", 1)[0]
DrainingClient(notebook, timeout=180, record_timing=False, resources={"metadata": {"path": folder}}).execute()
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
