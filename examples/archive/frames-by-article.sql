-- How many articles are told in each frame, and how much: duckdb < examples/archive/frames-by-article.sql
SELECT s.category AS frame, count(DISTINCT s.doc_id) AS articles, round(avg(s.value), 3) AS salience
FROM 'tables/scores/*.parquet' s JOIN 'tables/articles/*.parquet' a USING (doc_id)
WHERE s.measure = 'frame_salience' AND s.label = 'present' AND a.duplicate_of IS NULL
GROUP BY frame ORDER BY articles DESC
