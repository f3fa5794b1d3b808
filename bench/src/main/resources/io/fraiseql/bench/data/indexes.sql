CREATE INDEX posts_by_category ON posts (category, published_at DESC, id);
CREATE INDEX posts_by_author ON posts (author_id, id);
CREATE INDEX comments_by_post ON comments (post_id, id);
CREATE INDEX comments_by_author ON comments (author_id, id);
CREATE INDEX reactions_by_post ON reactions (post_id, id);

ALTER TABLE posts ADD FOREIGN KEY (author_id) REFERENCES users;
ALTER TABLE comments ADD FOREIGN KEY (post_id) REFERENCES posts;
ALTER TABLE comments ADD FOREIGN KEY (author_id) REFERENCES users;
ALTER TABLE reactions ADD FOREIGN KEY (post_id) REFERENCES posts;
ALTER TABLE reactions ADD FOREIGN KEY (user_id) REFERENCES users;

VACUUM ANALYZE;
