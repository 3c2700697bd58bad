#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An AuthZEN server that misbehaves as the first part of the path says; prints its port, and serves until it is ended.
usage: badserver.py [CERTIFICATE-AND-KEY.pem]"""
import json
import socket
import ssl
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def answer(self, status, body, headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if not any(name == "Content-Length" for name, _ in headers):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def decide(self, request, decision=True, context=None):
        one = {"decision": decision, **({"context": context} if context else {})}
        items = request.get("evaluations")
        return one if items is None else {"evaluations": [dict(one) for _ in items]}

    def do_GET(self):
        mode = self.path.split("/")[1]
        if mode == "tag":  # a download that is there already
            if self.headers.get("If-None-Match") == '"7"':
                return self.answer(304, b"", [("ETag", '"7"')])
            return self.answer(200, b"seven", [("ETag", '"7"')])
        self.answer(404, b"nothing here")

    def do_POST(self):
        mode = self.path.split("/")[1]
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        request = json.loads(body)
        batch = "evaluations" in request
        text = lambda value: self.answer(200, json.dumps(value).encode())
        try:
            if mode == "allow":
                text(self.decide(request))
            elif mode == "deny":
                text(self.decide(request, False, {"reason": "because"}))
            elif mode == "echo":
                text(self.decide(request, True, {"reason": body.decode()}))
            elif mode == "slow":
                time.sleep(60)
            elif mode == "late":  # but it answers
                time.sleep(0.4)
                text(self.decide(request))
            elif mode == "drip":
                self.send_response(200)
                self.send_header("Content-Length", "100000")
                self.end_headers()
                while True:
                    self.wfile.write(b" ")
                    self.wfile.flush()
                    time.sleep(0.1)
            elif mode == "cut":
                self.answer(200, b'{"decision": true', [("Content-Length", "1000")])
                self.close_connection = True
            elif mode == "cutchunk":
                self.send_response(200)
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
                self.wfile.write(b'12\r\n{"decision": true}\r\n')
                self.close_connection = True
            elif mode == "html":
                self.answer(200, b"<html>It works!</html>")
            elif mode == "string":
                text(self.decide(request, "true"))
            elif mode == "number":
                text(self.decide(request, 1))
            elif mode == "missing":
                text({"allowed": True})
            elif mode == "list":
                text([True])
            elif mode == "twice":
                self.answer(200, b'{"decision": false, "decision": true}')
            elif mode == "error":
                self.answer(500, b"the database is away")
            elif mode == "token":
                if self.headers.get("Authorization") == "Bearer sesame":
                    text(self.decide(request))
                else:
                    self.answer(401, b"who are you")
            elif mode == "huge":
                self.send_response(200)
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
                for _ in range(400):
                    self.wfile.write(b"100000\r\n" + b" " * 0x100000 + b"\r\n")
            elif mode == "headers":
                self.wfile.write(b"HTTP/1.1 200 OK\r\n")
                for number in range(100_000):
                    self.wfile.write(b"X-%d: %s\r\n" % (number, b"y" * 1000))
            elif mode == "redirect":
                self.answer(307, b"", [("Location", "http://127.0.0.2:%d/allow" % self.server.server_port)])
            elif mode == "short":
                value = self.decide(request)
                text({"evaluations": value["evaluations"][1:]} if batch else value)
            elif mode == "item":
                value = self.decide(request)
                if batch:
                    value["evaluations"][-1] = {
                        "decision": False, "context": {"error": {"status": 404, "message": "no such resource"}}}
                text(value)
            elif mode == "single" and not batch:
                text(self.decide(request))
            elif mode == "down":  # after its first batch
                Handler.batches = getattr(Handler, "batches", 0) + 1
                if Handler.batches > 1:
                    self.connection.shutdown(socket.SHUT_RDWR)
                else:
                    text(self.decide(request))
            else:
                self.answer(404, b"nothing here")
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
if len(sys.argv) > 1:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1])
    server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_port, flush=True)
server.serve_forever()
