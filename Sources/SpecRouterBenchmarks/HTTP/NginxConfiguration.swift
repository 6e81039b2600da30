/// An nginx of one process that gives one answer to everything, without reading anything but the request's head.
enum NginxConfiguration {
    /// - Parameter directory: receives what nginx wants to write.
    static func text(port: Int, in directory: String) -> String {
        """
        daemon off; master_process off; pid \(directory)/nginx.pid;
        events { worker_connections 1024; }
        http {
          access_log off; keepalive_requests 100000000;
          client_body_temp_path \(directory); proxy_temp_path \(directory); fastcgi_temp_path \(directory);
          uwsgi_temp_path \(directory); scgi_temp_path \(directory);
          server {
            listen 127.0.0.1:\(port);
            location / { default_type application/json; return 200 '{"items":[],"next":null}'; }
          }
        }
        """
    }
}
