#!/usr/bin/env python3
"""Asks a chat endpoint so many different questions with aiohttp and prints answers a second.

usage: engine.py BASE-URL QUESTIONS CHARACTERS IN-FLIGHT
"""
import asyncio
import sys
import time

import aiohttp


async def ask_all(base_url, questions, characters, in_flight):
    numbers = iter(range(questions))
    connector = aiohttp.TCPConnector(limit=in_flight)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def ask_some():
            for number in numbers:
                text = (f"Question {number}: how much is 17 + 25? " * characters)[:characters]
                body = {
                    "model": "teacher",
                    "messages": [{"role": "user", "content": text}],
                    "temperature": 0.7,
                    "max_tokens": 256,
                }
                async with session.post(f"{base_url}/chat/completions", json=body) as response:
                    answer = await response.json()
                    if not answer["choices"][0]["message"]["content"]:
                        raise ValueError(f"Question {number} must have an answer: {answer}")

        begun = time.monotonic()
        await asyncio.gather(*(ask_some() for _ in range(in_flight)))
        return time.monotonic() - begun


def main():
    base_url, questions, characters, in_flight = sys.argv[1], *map(int, sys.argv[2:5])
    seconds = asyncio.run(ask_all(base_url, questions, characters, in_flight))
    print(f"aiohttp {questions / seconds:.0f}")


main()
