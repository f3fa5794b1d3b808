WITH [b0] AS (
  SELECT TOP (5) ROW_NUMBER() OVER (ORDER BY CASE WHEN (
    SELECT CAST(CASE WHEN j.v = N'' THEN N'?' ELSE j.v END AS bigint)
    FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."order_id"') AS j
  ) IS NULL THEN 1 ELSE 0 END, (
    SELECT CAST(CASE WHEN j.v = N'' THEN N'?' ELSE j.v END AS bigint)
    FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."order_id"') AS j
  )) AS [n], (
    SELECT j.v
    FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."status"') AS j
  ) COLLATE Latin1_General_100_BIN2 AS [c0], [t1].[name] COLLATE Latin1_General_100_BIN2 AS [c1], CAST(CASE WHEN [t2].[order_id] IS NOT NULL THEN 1 ELSE 0 END AS bit) AS [c2],
     [t2].[gift] AS [c3], [t2].[order_id] AS [k0]
  FROM [v_order_summary] AS [t0]
  LEFT JOIN [customer] AS [t1] ON [t1].[customer_id] = [t0].[customer_id]
  LEFT JOIN [order] AS [t2] ON [t2].[order_id] = [t0].[order_id]
  ORDER BY CASE WHEN (
    SELECT CAST(CASE WHEN j.v = N'' THEN N'?' ELSE j.v END AS bigint)
    FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."order_id"') AS j
  ) IS NULL THEN 1 ELSE 0 END, (
    SELECT CAST(CASE WHEN j.v = N'' THEN N'?' ELSE j.v END AS bigint)
    FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."order_id"') AS j
  )
)
SELECT 0 AS [c0], CAST(NULL AS bigint) AS [c1], [b0].[n] AS [c2], [b0].[c0] AS [c3], [b0].[c1] AS [c4], [b0].[c2] AS [c5],
   [b0].[c3] AS [c6], CAST(NULL AS int) AS [c7]
FROM [b0]
UNION ALL
SELECT 1 AS [c0], [b0].[n] AS [c1], ROW_NUMBER() OVER (PARTITION BY [b0].[n] ORDER BY [t3].[order_id], [t3].[line_number]) AS [c2],
   CAST(NULL AS nvarchar(1)) AS [c3], CAST(NULL AS nvarchar(1)) AS [c4], CAST(NULL AS bit) AS [c5], CAST(NULL AS bit) AS [c6],
   [t3].[quantity] AS [c7]
FROM [b0]
JOIN [order_line] AS [t3] ON [t3].[order_id] = [b0].[k0]
